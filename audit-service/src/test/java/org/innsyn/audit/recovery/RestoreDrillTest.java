package org.innsyn.audit.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.innsyn.audit.accesslog.AccessLogIndex;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.Topics;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.journal.Disk;
import org.innsyn.audit.journal.Journal;
import org.innsyn.audit.journal.JournalEntry.Erased;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.store.EntryDetails;
import org.innsyn.audit.transparency.Checker;
import org.innsyn.platform.vault.VaultKeys;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.schemas.operator.Finding;
import org.innsyn.schemas.proof.EntryProof;
import org.innsyn.schemas.task.Task;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * A database is restored from an older copy, the whole way: the service refuses, is recovered, and serves again. The other tests of this
 * JVM go on with what was recovered.
 */
class RestoreDrillTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditHouse house = AuditHouse.shared();
    private final Topics topics = new Topics(house);

    @Test
    void a_restored_database_is_not_served_until_what_was_signed_and_erased_is_made_good() throws Exception {
        var stays = newAccount();
        var goes = newAccount();
        house.report(supportReads(stays), supportReads(stays), supportReads(goes), supportReads(goes));
        var proof = proofFile(stays);
        var ledger = ledger(goes);
        var entries = house.database().queryForList("select entry_id from audit.entry_detail where ledger_id = ?", UUID.class, ledger.value());
        awaitPublished();
        var oldKey = key();
        var before = Files.writeString(Files.createTempFile("before", ".checkpoint"), checkpoint());
        house.stop();
        var backup = Backup.of(house, "monday");
        house.startAgain();

        var late = newAccount();
        house.report(supportReads(late), supportReads(late), supportReads(stays));
        house.completeLog(late);
        shred(ledger(late));
        shred(ledger);
        awaitPublished();
        var last = checkpoint().lines().toList();
        var lastFile = Files.writeString(Files.createTempFile("last", ".checkpoint"), checkpoint());
        house.stop();
        backup.restore();

        house.startAgain();
        assertRefused("store-behind-journal", "2 erasures", "./innsyn recover");
        house.stop();

        var plan = Recover.plan(house.arguments());
        assertThat(plan).anyMatch(line -> line.contains("2 erasures")).anyMatch(line -> line.contains("signed with " + "%,d".formatted(Long.parseLong(last.get(1)))));
        assertThat(Recover.plan(house.arguments())).as("planning changes nothing").isEqualTo(plan);
        var done = Recover.run(house.arguments());
        assertThat(done).contains("    " + last.get(0), "    " + last.get(1), "    " + last.get(2));
        assertThat(Recover.plan(house.arguments())).isEmpty();

        house.startAgain();
        assertGone(goes, ledger, entries);
        assertThat(house.bean(Identities.class).suppressed(List.of(Identifier.account(late)))).as("erased after the backup, unknown to it").hasSize(1);
        assertThat(house.completeLog(stays).total()).as("one of three was lost with the database").isEqualTo(2);
        awaitPublished();
        assertThat(checkpoint()).startsWith(after(last.get(0), 1) + "\n");
        assertThat(firstLeaf().lines().toList()).containsSubsequence("innsyn-origin/1", last.get(0), oldKey, last.get(1), last.get(2)).contains("restored");
        assertThat(Checker.run("--key", oldKey, proof.toString())).as("a proof of before").isZero();
        assertThat(Checker.run("--key", key(), proofFile(stays).toString())).as("a proof of now").isZero();
        assertThat(Checker.run("--key", key(), "--log", house.address("/log/"))).as("the new log").isZero();
        assertThat(Checker.run("--key", key(), "--key", oldKey, "--log", house.address("/log/"), "--since", before.toString())).as("it begins as the old log did").isZero();
        assertThat(Checker.run("--key", key(), "--key", oldKey, "--log", house.address("/log/"), "--since", lastFile.toString())).as("and says what it lost").isEqualTo(1);

        house.stop();
        backup.restore();
        house.startAgain();
        assertRefused("store-behind-journal", "2 erasures", "./innsyn recover");
        house.stop();
        assertThat(Recover.run(house.arguments())).as("the same copy put back once more").anyMatch(line -> line.contains(after(last.get(0), 2)));
        house.startAgain();
        assertGone(goes, ledger, entries);
        awaitPublished();
        assertThat(Checker.run("--key", key(), "--log", house.address("/log/"))).as("a log with two predecessors").isZero();
        house.report(supportReads(stays));
        assertThat(house.completeLog(stays).total()).isEqualTo(3);

        assertThat(undone()).as("the doctor").isZero();
        house.database().update("update audit.blind_index set suppressed = false where ledger_id = ?", ledger.value());
        assertThat(undone()).as("the doctor, of an erasure undone by hand").isEqualTo(1);
        house.database().update("update audit.blind_index set suppressed = true where ledger_id = ?", ledger.value());
    }

    private long undone() {
        var answer = house.get("/api/v1/admin/doctor", house.tokens().machine("operator"));
        return java.util.Arrays.stream(JSON.readValue(answer.body(), Finding[].class)).filter(each -> each.check().contains("journal")).findFirst().orElseThrow().wrong();
    }

    @Test
    void a_lost_journal_is_refused_by_a_running_service_too_and_given_up_only_by_a_decision() throws Exception {
        var stays = newAccount();
        house.report(supportReads(stays));
        var proof = proofFile(stays);
        var key = key();
        var operator = house.tokens().machine("operator");
        assertThat(house.get("/api/v1/admin/keys", operator).statusCode()).isEqualTo(200);
        for (var file : files()) {
            Files.delete(file);
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(house.get("/api/v1/admin/keys", operator).statusCode()).isEqualTo(503));
        assertRefused("journal-unreliable", "missing", "--journal-lost");
        house.stop();
        house.startAgain();
        assertRefused("journal-unreliable", "missing", "--journal-lost");
        house.stop();

        var arguments = house.arguments();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Recover.run(arguments)).isInstanceOf(StoreRefused.class);
        var given = java.util.stream.Stream.concat(java.util.Arrays.stream(arguments), java.util.stream.Stream.of("--journal-lost")).toArray(String[]::new);
        assertThat(Recover.run(given)).anyMatch(line -> line.contains("Opened the log"));
        house.startAgain();
        awaitPublished();
        assertThat(firstLeaf()).contains("journal-lost");
        assertThat(house.completeLog(stays).total()).isEqualTo(1);
        assertThat(Checker.run("--key", key(), "--log", house.address("/log/"))).isZero();
        assertThat(Checker.run("--key", key, proof.toString())).as("a proof of before").isZero();
    }

    /** The name of the log so many recoveries later. */
    private static String after(String origin, int recoveries) {
        var generation = java.util.regex.Pattern.compile("(.*?)(?:/([0-9]+))?").matcher(origin);
        assertThat(generation.matches()).isTrue();
        return generation.group(1) + "/" + ((generation.group(2) == null ? 1 : Integer.parseInt(generation.group(2))) + recoveries);
    }

    private List<Path> files() throws Exception {
        try (var all = Files.list(house.journal())) {
            return all.filter(file -> file.toString().endsWith(".journal")).toList();
        }
    }

    private void assertRefused(String type, String... words) {
        for (var path : List.of("/api/v1/admin/doctor", "/log/checkpoint", "/actuator/health/readiness", "/nowhere")) {
            var answer = house.get(path, house.tokens().machine("operator"));
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("urn:innsyn:problem:" + type).contains(words);
        }
        assertThat(house.reportRaw("[]").statusCode()).isEqualTo(503);
    }

    private void assertGone(String account, LedgerId ledger, List<UUID> entries) {
        assertThat(house.bean(Identities.class).ofAccount(account)).as("account").isEmpty();
        assertThat(house.mine(account, AccessLogQuery.all()).entries()).as("portal").isEmpty();
        assertThat(house.bean(EntryDetails.class).open(entries)).as("vault").isEmpty();
        assertThat(house.bean(VaultKeys.class).live(ledger.value())).as("keys").isZero();
        assertThat(house.database().queryForList("select payload_type from audit.domain_event where aggregate_id = ?", String.class, ledger.toString()))
                .as("events").containsExactly("ledger.LedgerShredded");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                assertThat(house.bean(AccessLogIndex.class).countAfterRefresh(ledger)).as("index").isZero());
    }

    private LedgerId ledger(String account) {
        return house.bean(Identities.class).ofAccount(account).orElseThrow();
    }

    /** Asked over Kafka, and told to be done. */
    private void shred(LedgerId ledger) {
        var task = new Task(UUID.randomUUID(), UUID.randomUUID(), Task.ACCESS_LOG, Task.Action.SHRED, ledger.value(), Instant.now());
        topics.send(Task.TOPIC, task.taskId().toString(), JSON.writeValueAsBytes(task));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> house.database().queryForObject(
                "select count(*) from audit.ledger_task where task_id = ? and completed_at is not null", Long.class, task.taskId()) == 1);
        var journalled = new java.util.ArrayList<Erased>();
        new Journal(house.journal(), Disk.real()).erasures(journalled::add);
        assertThat(journalled).filteredOn(each -> each.ledger().equals(ledger.value())).singleElement()
                .satisfies(each -> assertThat(each.suppressed()).isNotEmpty());
    }

    private Path proofFile(String account) throws Exception {
        var entry = house.completeLog(account).entries().getLast().id();
        var answer = Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> house.post("/api/v1/access-log/mine/proof", house.tokens().subject(account),
                "application/json", ("{\"entry\":\"" + entry + "\"}").getBytes(StandardCharsets.UTF_8)), response -> response.statusCode() == 200);
        return Files.writeString(Files.createTempFile("entry", ".innsyn-proof.json"), JSON.writeValueAsString(JSON.readValue(answer.body(), EntryProof.class)));
    }

    private String key() {
        return house.get("/log/key", "").body().lines().findFirst().orElseThrow();
    }

    private String checkpoint() {
        return house.get("/log/checkpoint", "").body();
    }

    private String firstLeaf() {
        var leaf = house.database().queryForObject("select leaf_data from audit.log_leaf where leaf_index = 0", byte[].class);
        return new String(leaf, StandardCharsets.UTF_8);
    }

    private void awaitPublished() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> house.database().queryForObject("""
                select (select size from audit.log_state) = (select coalesce(max(size), -1) from audit.log_checkpoint)
                   and not exists (select 1 from audit.entry_leaf where leaf_index >= (select size from audit.log_heads_epoch))
                   and not exists (select 1 from audit.domain_event where payload_type = 'ledger.AccessRecorded' and not exists (
                       select 1 from audit.entry_leaf where entry_id = (convert_from(payload, 'UTF8')::jsonb ->> 'entry')::uuid))""", Boolean.class));
    }
}
