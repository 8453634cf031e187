package org.innsyn.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innsyn.audit.house.Events.data;
import static org.innsyn.audit.house.Events.event;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;
import static org.innsyn.audit.report.Reports.check;
import static org.innsyn.audit.report.Reports.files;
import static org.innsyn.audit.report.Reports.request;
import static org.innsyn.audit.report.Reports.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.innsyn.audit.breach.store.Breaches;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.Topics;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.report.ReportRows.HoldLost;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.files.SealedFolder;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.oversight.BreachKind;
import org.innsyn.schemas.oversight.BreachesApi;
import org.innsyn.schemas.report.ReportScope;
import org.innsyn.schemas.report.ReportState;
import org.innsyn.schemas.task.Task;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reports as a supervisory authority gets them: made over HTTP, and checked by the program that shares no code with the service. */
class ReportTest {

    private final AuditHouse house = AuditHouse.shared();
    private final Reports reports = new Reports(house);
    private final String regulator = house.tokens().staff("regulator");

    @Test
    void a_report_lists_every_entry_of_its_period_and_the_checker_finds_it_good() throws Exception {
        Awaitility.await("a checkpoint from before").atMost(Duration.ofSeconds(20)).until(() -> house.get("/log/checkpoint", "").statusCode() == 200);
        var from = Instant.now();
        var accounts = IntStream.range(0, 5).mapToObj(i -> newAccount()).toList();
        house.report(accounts.stream().map(account -> supportReads(account)).toArray(AccessEvent[]::new));
        var asked = reports.ask(regulator, request(from, Instant.now(), "nb", null));
        var ready = reports.ready(regulator, asked.id());
        assertThat(ready.state()).as(String.valueOf(ready.problem())).isEqualTo(ReportState.READY);
        assertThat(ready.entries()).isEqualTo(5);
        var bundle = reports.download(regulator, asked.id());
        var files = files(bundle);
        java.nio.file.Files.copy(bundle, java.nio.file.Files.createDirectories(java.nio.file.Path.of("target", "reports")).resolve("report-nb.zip"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(files).containsOnlyKeys("accesses.jsonl", "accesses.xlsx", "figures.json", "findings.jsonl", "breaches.json", "policies.json", "erasures.json", "report.pdf", "README.txt",
                "verify.html", "log/leaves.bin", "log/checkpoint", "log/key", "log/range.json", "log/checkpoint-earlier", "log/consistency.json", "manifest.json", "manifest.json.note");
        assertThat(text(files, "accesses.jsonl").lines()).hasSize(5).allSatisfy(line -> assertThat(line).contains("\"purpose\":\"support.case\"", "\"person\":\"p-"));
        assertThat(bundle).hasSize(ready.sizeBytes());
        for (var account : accounts) {
            assertThat(files.values()).noneSatisfy(content -> assertThat(new String(content, java.nio.charset.StandardCharsets.ISO_8859_1)).contains(account));
        }
        assertThat(files.values()).as("neither who looked, nor what was written about it").noneSatisfy(content -> assertThat(new String(content, java.nio.charset.StandardCharsets.ISO_8859_1))
                .containsAnyOf("agent-17", "looked at to answer", "192.0.2.7"));
        var logKey = house.get("/log/key", "").body().strip();
        var reportKey = house.get("/api/v1/reports/key", "").body().lines().findFirst().orElseThrow();
        assertThat(check("--key", logKey, "--key", reportKey, bundle.toString())).isZero();
        assertThat(check(bundle.toString())).as("by the keys that came with it").isZero();
        files.put("accesses.jsonl", text(files, "accesses.jsonl").replaceFirst("support.case", "support.cash").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(check("--key", logKey, Reports.zip(files).toString())).isEqualTo(1);
    }

    @Test
    void what_an_earlier_key_signed_still_verifies_and_the_next_report_has_the_new_one() throws Exception {
        var account = newAccount();
        var from = Instant.now();
        house.report(supportReads(account));
        var signed = reports.ask(regulator, request(from, Instant.now(), "en", null));
        assertThat(reports.ready(regulator, signed.id()).state()).isEqualTo(ReportState.READY);
        var before = published();

        assertThat(house.post("/api/v1/admin/report-keys/rotate", house.tokens().staff("controller"), "application/json", new byte[0]).statusCode()).isEqualTo(403);
        var answer = house.post("/api/v1/admin/report-keys/rotate", house.tokens().machine("operator"), "application/json", new byte[0]);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

        var now = published();
        assertThat(now).hasSize(before.size() + 1).endsWith(before.toArray(String[]::new));
        assertThat(house.bean(KeyFolder.class).has("reports-%06d".formatted(before.size()))).as("the old key").isFalse();
        var next = reports.ask(regulator, request(from, Instant.now(), "en", null));
        assertThat(reports.ready(regulator, next.id()).state()).isEqualTo(ReportState.READY);
        var old = reports.download(regulator, signed.id()).toString();
        var fresh = reports.download(regulator, next.id()).toString();
        var logKey = house.get("/log/key", "").body().lines().findFirst().orElseThrow();
        assertThat(check("--key", logKey, "--key", before.getFirst(), old)).isZero();
        assertThat(check("--key", logKey, "--key", now.getFirst(), fresh)).isZero();
        assertThat(check("--key", logKey, "--key", before.getFirst(), fresh)).as("not the old one's").isNotZero();
    }

    private List<String> published() {
        return house.get("/api/v1/reports/key", "").body().lines().toList();
    }

    @Test
    void what_is_outside_the_scope_is_shown_to_be_outside_and_who_was_erased_stays_counted() throws Exception {
        var from = Instant.now();
        var gone = newAccount();
        house.report(supportReads(newAccount()), supportReads(gone), event(UUID.randomUUID().toString(),
                data("customers/contact", "billing", "billing.invoice", "for the invoice", Person.of(Identifier.account(newAccount())))));
        long entries = shred(gone);
        var asked = reports.ask(regulator, request(from, Instant.now(), "en", new ReportScope(List.of(), List.of("billing.invoice"), List.of(), List.of())));
        assertThat(reports.ready(regulator, asked.id()).entries()).isEqualTo(1);
        var bundle = reports.download(regulator, asked.id());
        var manifest = Reports.JSON.readTree(files(bundle).get("manifest.json"));
        assertThat(manifest.at("/counts/listed").asInt()).isEqualTo(1);
        assertThat(manifest.at("/counts/outside").asInt()).isPositive();
        assertThat(manifest.at("/counts/closed").asLong()).isEqualTo(entries);
        assertThat(text(files(bundle), "erasures.json")).contains("\"shred\"", "unreadableSince");
        assertThat(check("--key", house.get("/log/key", "").body().strip(), bundle.toString())).isZero();
    }

    @Test
    void breaches_stand_in_it_with_both_decisions_and_lead_back_to_their_finding_but_nobodys_words_do() throws Exception {
        var from = Instant.now();
        var officer = house.tokens().staff("dpo");
        var opened = breach(officer, "", new BreachesApi.Open(from.minus(Duration.ofHours(80)), "A laptop of subject-0001 was stolen."));
        var stated = breach(officer, "/" + opened.at("/id").asString() + "/facts", new BreachesApi.State(opened.at("/version").asLong(), null, List.of(BreachKind.CONFIDENTIALITY),
                List.of("contact-details"), 40, 120, "A laptop of subject-0001 was stolen.", "Somebody could write to them.", "The account was locked."));
        breach(officer, "/" + opened.at("/id").asString() + "/authority", new BreachesApi.Decide(stated.at("/version").asLong(), true, Instant.now().minusSeconds(1), "It was thought to be encrypted."));
        var finding = UUID.randomUUID();
        house.bean(Breaches.class).shownBy(finding, UUID.randomUUID(), Instant.now());

        var bundle = madeOf(from, ReportScope.EVERYTHING);
        var files = files(bundle);
        var breaches = Reports.JSON.readTree(files.get("breaches.json")).at("/breaches");
        assertThat(breaches).anySatisfy(each -> {
            assertThat(each.at("/people").asLong()).isEqualTo(40);
            assertThat(each.at("/authority/late").asBoolean()).isTrue();
            assertThat(each.at("/authority/explained").asBoolean()).isTrue();
            assertThat(each.has("persons")).as("not decided yet").isFalse();
        }).anySatisfy(each -> assertThat(each.at("/byFinding").asBoolean()).isTrue());
        assertThat(files.values()).noneSatisfy(content -> assertThat(new String(content, java.nio.charset.StandardCharsets.ISO_8859_1)).containsAnyOf("subject-0001", opened.at("/id").asString()));
        assertThat(check(bundle.toString())).isZero();
        files.put("breaches.json", text(files, "breaches.json").replaceFirst("(?<=\"people\" ?: ?)40", "4").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(check(Reports.zip(files).toString())).isEqualTo(1);

        var billing = Reports.JSON.readTree(files(madeOf(from, new ReportScope(List.of(), List.of(), List.of(), List.of("billing")))).get("breaches.json")).at("/breaches");
        assertThat(billing).as("about other data").noneMatch(each -> each.at("/people").asLong() == 40).as("not known yet what about").anyMatch(each -> each.at("/byFinding").asBoolean());
    }

    private java.nio.file.Path madeOf(Instant from, ReportScope scope) throws Exception {
        var asked = reports.ask(regulator, request(from, Instant.now(), "en", scope));
        assertThat(reports.ready(regulator, asked.id()).state()).isEqualTo(ReportState.READY);
        return reports.download(regulator, asked.id());
    }

    private JsonNode breach(String token, String path, Object body) {
        var answer = house.post("/api/v1/breaches" + path, token, "application/json", Reports.JSON.writeValueAsBytes(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Reports.JSON.readTree(answer.body());
    }

    @Test
    void making_and_fetching_one_stands_in_the_staff_log_and_nobody_elses_log_grows() throws Exception {
        var account = newAccount();
        var from = Instant.now();
        house.report(supportReads(account));
        long before = staffEntries();
        var asked = reports.ask(regulator, request(from, Instant.now(), "en", null));
        assertThat(staffEntries()).isEqualTo(before + 1);
        reports.ready(regulator, asked.id());
        reports.download(regulator, asked.id());
        assertThat(staffEntries()).isEqualTo(before + 2);
        assertThat(house.database().queryForObject("select number from audit.ledger_head where ledger_id = ?", Long.class,
                house.bean(Identities.class).ofAccount(account).orElseThrow().value())).isEqualTo(1);
    }

    @Test
    void only_who_oversees_may_ask_and_a_regulator_sees_only_their_own() {
        var body = Reports.JSON.writeValueAsBytes(request(Instant.now().minusSeconds(60), Instant.now(), "en", null));
        for (var token : List.of(house.tokens().subject(newAccount()), house.tokens().staff("case-handler"), house.tokens().reporter(AuditHouse.SOURCE), house.tokens().machine("operator"))) {
            assertThat(house.post(Reports.API, token, "application/json", body).statusCode()).isEqualTo(403);
            assertThat(house.post(Reports.API + "/preview", token, "application/json", body).statusCode()).isEqualTo(403);
            assertThat(house.get(Reports.API, token).statusCode()).isEqualTo(403);
        }
        var officer = house.tokens().staff("dpo");
        var theirs = reports.ask(officer, request(Instant.now().minusSeconds(60), Instant.now(), "en", null));
        assertThat(house.get(Reports.API + "/" + theirs.id(), regulator).statusCode()).isEqualTo(404);
        assertThat(house.post(Reports.API + "/" + theirs.id() + "/download", regulator, "application/json", new byte[0]).statusCode()).isEqualTo(404);
        assertThat(house.get(Reports.API, regulator).body()).doesNotContain(theirs.id().toString());
        assertThat(house.get(Reports.API, house.tokens().staff("controller")).body()).contains(theirs.id().toString());
        reports.ready(officer, theirs.id());
    }

    @Test
    void a_period_that_is_not_over_turned_round_or_too_long_is_refused() {
        var now = Instant.now();
        for (var wrong : List.of(request(now.minusSeconds(60), now.plusSeconds(3_600), "en", null), request(now, now.minusSeconds(60), "en", null),
                request(now.minus(Duration.ofDays(1_200)), now, "en", null), request(now.minusSeconds(60), now, "xx", null))) {
            assertThat(house.post(Reports.API, regulator, "application/json", Reports.JSON.writeValueAsBytes(wrong)).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void a_preview_counts_and_names_what_can_be_chosen() {
        house.report(supportReads(newAccount()));
        var request = Reports.JSON.writeValueAsBytes(request(Instant.now().minusSeconds(3_600), Instant.now(), "en", null));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var answer = Reports.JSON.readTree(house.post(Reports.API + "/preview", regulator, "application/json", request).body());
            assertThat(answer.at("/entries").asLong()).isPositive();
            assertThat(answer.at("/choices/purposes").toString()).contains("support.case");
        });
    }

    @Test
    void a_report_whose_maker_was_killed_is_made_by_another_and_the_slow_one_cannot_finish_it() throws Exception {
        var rows = house.bean(ReportRows.class);
        var report = rows.add(new ReportRows.Asked(UUID.randomUUID(), "dpo", Instant.now().minusSeconds(60), Instant.now(), ZoneId.of("UTC"), "en", ReportScope.EVERYTHING));
        // As a process leaves it that was killed in the middle: half done, its hold over, and a part of a file.
        var killed = UUID.randomUUID();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> house.database().update("""
                update audit.audit_report set state = 'making', claim = ?, lease_until = now() - interval '1 second', done = 7, total = 100
                 where report_id = ? and claim is null and state = 'waiting'""", killed, report.id()) == 1 || rows.find(report.id()).orElseThrow().state() == ReportState.READY);
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> rows.find(report.id()).orElseThrow().state() == ReportState.READY);
        var stale = new ReportJob(report.id(), report.askedBy(), "dpo", report.askedAt(), report.from(), report.to(), report.zone(), "en", report.scope(), ReportState.MAKING,
                7, 100, killed, 0, null, null, null, null, null, null, null, null, null);
        assertThatThrownBy(() -> rows.progress(stale, 8, 100)).isInstanceOf(HoldLost.class);
        assertThatThrownBy(() -> rows.ready(stale, "x", UUID.randomUUID(), new byte[1], 1, new SealedFolder.Kept(1, "x"), Instant.now())).isInstanceOf(HoldLost.class);
        assertThat(rows.find(report.id()).orElseThrow().file()).doesNotContain(killed.toString());
    }

    @Test
    void no_two_workers_get_the_same_report() {
        var rows = new ReportRows(house.database(), RandomSource.secure(), java.time.Clock.offset(java.time.Clock.systemUTC(), Duration.ofHours(1)));
        // Due in an hour: the service itself leaves it alone.
        var report = rows.add(new ReportRows.Asked(UUID.randomUUID(), "dpo", Instant.now().minusSeconds(60), Instant.now(), ZoneId.of("UTC"), "en", ReportScope.EVERYTHING));
        try {
            assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> rows.claim()).flatMap(java.util.Optional::stream).filter(job -> job.id().equals(report.id()))).hasSize(1);
        } finally {
            house.database().update("delete from audit.audit_report where report_id = ?", report.id());
        }
    }

    @Test
    void when_its_time_is_over_the_bundle_and_its_key_are_gone() throws Exception {
        var asked = reports.ask(regulator, request(Instant.now().minusSeconds(5), Instant.now(), "en", null));
        reports.ready(regulator, asked.id());
        house.database().update("update audit.audit_report set expires_at = now() where report_id = ?", asked.id());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> house.bean(ReportRows.class).find(asked.id()).orElseThrow().state() == ReportState.EXPIRED);
        assertThat(house.post(Reports.API + "/" + asked.id() + "/download", regulator, "application/json", new byte[0]).statusCode()).isEqualTo(410);
        assertThat(house.database().queryForObject("select count(*) from audit.vault_key where owner_id = ? and wrapped is not null", Long.class, asked.id())).isZero();
        try (var left = java.nio.file.Files.list(house.reports())) {
            assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith(asked.id().toString()));
        }
    }

    /** @return how many entries it had */
    private long shred(String account) {
        var ledger = house.bean(Identities.class).ofAccount(account).orElseThrow();
        long entries = house.database().queryForObject("select number from audit.ledger_head where ledger_id = ?", Long.class, ledger.value());
        var task = new Task(UUID.randomUUID(), UUID.randomUUID(), Task.ACCESS_LOG, Task.Action.SHRED, ledger.value(), Instant.now());
        new Topics(house).send(Task.TOPIC, task.taskId().toString(), Reports.JSON.writeValueAsBytes(task));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> house.database().queryForObject(
                "select count(*) from audit.ledger_task where ledger_id = ? and unreadable_at is not null", Long.class, ledger.value()) == 1);
        return entries;
    }

    private long staffEntries() {
        return house.database().queryForObject("select number from audit.ledger_head where kind = 'staff'", Long.class);
    }
}
