package org.innsyn.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innsyn.audit.house.Events.newAccount;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.Events;
import org.innsyn.audit.house.MovableClock;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.audit.transparency.Checker;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Actor;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.access.ReportResult.EventResult;
import org.innsyn.schemas.access.ReportResult.Status;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.AccessLogPage;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.schemas.operator.Finding;
import org.innsyn.schemas.operator.RetentionStatus;
import org.innsyn.schemas.oversight.Conclusion;
import org.innsyn.schemas.oversight.FindingKind;
import org.innsyn.schemas.oversight.FindingPage;
import org.innsyn.schemas.oversight.FindingQuery;
import org.innsyn.schemas.oversight.FindingState;
import org.innsyn.schemas.oversight.FindingsApi.Conclude;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.json.JsonMapper;

/** Years pass, in this order: time cannot be turned back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetentionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2022-11-10T10:00:00Z"));

    private static AuditHouse house;

    @BeforeAll
    static void open() {
        house = AuditHouse.alone("retention", CLOCK);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    @Order(1)
    void a_year_whose_time_is_over_loses_everything_but_its_place_in_the_log() throws Exception {
        var account = newAccount();
        report("agent-17", ActorKind.STAFF, account);
        report("mailer", ActorKind.SYSTEM, account);
        var old = log(account, 2).entries();
        var ledger = ledger(account);
        var proof = Files.writeString(Files.createTempDirectory("proofs").resolve("entry-1.innsyn-proof.json"), await(() -> ask(account, old.getFirst().id())).body());
        long ended = number(ledger);
        var repeated = event("agent-17", ActorKind.STAFF, "support.case", account);
        house.report(repeated);
        ended = number(ledger);
        CLOCK.moveTo(Instant.parse("2023-06-01T10:00:00Z"));
        report("agent-17", ActorKind.STAFF, account);
        var young = log(account, 4).entries().getFirst();
        counted(ledger);

        CLOCK.moveTo(Instant.parse("2025-12-31T23:59:59Z"));
        assertThat(house.bean(Retention.class).run()).satisfies(run -> assertThat(run.ledgers() + run.staff() + run.heldBack()).isZero());
        assertThat(log(account, 4).entries()).allSatisfy(entry -> assertThat(entry.details()).isNotNull());

        CLOCK.moveTo(Instant.parse("2026-01-01T00:00:00Z"));
        var runs = IntStream.range(0, 2).mapToObj(i -> CompletableFuture.supplyAsync(() -> house.bean(Retention.class).run())).toList();
        assertThat(runs.stream().map(CompletableFuture::join).mapToLong(RetentionRun::entries).sum()).as("each entry ends once").isEqualTo(ended);
        assertThat(house.bean(Retention.class).run()).satisfies(run -> assertThat(run.ledgers() + run.staff()).as("nothing more").isZero());

        var left = Awaitility.await().atMost(PATIENCE).until(() -> house.mine(account, AccessLogQuery.all().withSources(List.of(AuditHouse.SOURCE))), page -> page.total() == 1);
        assertThat(left.entries()).extracting(AccessEntry::id).containsExactly(young.id());
        assertThat(left.entries().getFirst().details()).isNotNull();
        assertThat(log(account, 1).state().complete()).isTrue();
        assertThat(log(account, 1).state().ended()).isEqualTo(ended);
        assertThat(count("entry_detail where ledger_id = '" + ledger + "'")).isEqualTo(number(ledger) - ended);
        assertThat(count("domain_event where payload_type = 'ledger.AccessRecorded' and aggregate_id = '" + ledger + "'")).isEqualTo(number(ledger) - ended);
        assertThat(count("vault_key where owner_id = '" + ledger + "' and year = 2022 and wrapped is not null")).isZero();
        assertThat(count("vault_key where owner_id = '" + ledger + "' and year > 2022 and wrapped is not null")).isPositive();
        assertThat(count("reported_event where recorded_at < '2023-01-01'")).isZero();

        assertThat(Checker.run("--key", house.get("/log/key", "").body().strip(), proof.toString())).as("a proof that was handed out").isZero();
        assertThat(ask(account, old.getFirst().id())).satisfies(gone -> {
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(gone.body()).contains("details-gone");
        });
        var again = Files.writeString(proof.resolveSibling("entry-2.innsyn-proof.json"), await(() -> ask(account, young.id())).body());
        assertThat(Checker.run("--key", house.get("/log/key", "").body().strip(), again.toString())).as("a proof of what is left").isZero();
        var machine = house.tokens().machine("ledger:read");
        var entries = house.get("/api/v1/ledgers/" + ledger + "/entries?after=0&upTo=" + (ended + 1) + "&size=100", machine);
        assertThat(JSON.readValue(entries.body(), AccessEntry[].class)).extracting(AccessEntry::number).containsExactly(ended + 1);

        report("agent-17", ActorKind.STAFF, account);
        long newest = number(ledger);
        assertThat(log(account, 2).entries().getFirst().number()).as("numbering goes on").isEqualTo(newest).isGreaterThan(ended + 1);
        assertThat(wrong()).as("the doctor").isEmpty();
        assertThat(house.report(repeated).results()).as("it is forgotten that this was reported").extracting(EventResult::status).containsExactly(Status.RECORDED);
    }

    @Test
    @Order(2)
    void who_is_still_in_the_directory_keeps_their_name_and_others_lose_it() {
        var names = house.bean(Actors.class);
        assertThat(names.ids(names.withId("agent-18", List.of("urn:innsyn:staff-directory"))).values()).containsOnly("agent-18");
        assertThat(names.ids(names.withId("mailer", List.of(AuditHouse.SOURCE)))).isEmpty();
    }

    @Test
    @Order(3)
    void what_an_open_finding_is_about_waits_until_it_is_concluded() {
        var account = newAccount();
        house.report(event("agent-17", ActorKind.STAFF, "curiosity", account));
        var ledger = ledger(account);
        log(account, 1);
        counted(ledger);
        var finding = Awaitility.await().atMost(PATIENCE).until(() -> findings().findings(), found -> found.size() == 1).getFirst();

        CLOCK.moveTo(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(house.bean(Retention.class).run().heldBack()).as("the log and who is looked at").isEqualTo(2);
        assertThat(log(account, 1).entries().getFirst().details()).isNotNull();

        var concluded = house.post("/api/v1/findings/" + finding.id() + "/conclude", house.tokens().staff("dpo"), "application/json",
                JSON.writeValueAsBytes(new Conclude(finding.version(), Conclusion.VIOLATION, "curiosity", "looked into it with the unit")));
        assertThat(concluded.statusCode()).isEqualTo(200);
        assertThat(house.bean(Retention.class).run()).satisfies(run -> {
            assertThat(run.heldBack()).isZero();
            assertThat(run.entries()).isPositive();
        });
        Awaitility.await().atMost(PATIENCE).until(() -> log(account, 0).total() == 0);
    }

    @Test
    @Order(4)
    void a_look_that_was_interrupted_is_finished_by_the_next_and_nothing_is_readable_meanwhile() {
        var account = newAccount();
        report("agent-17", ActorKind.STAFF, account);
        var ledger = ledger(account);
        var entry = log(account, 1).entries().getFirst();
        counted(ledger);
        CLOCK.moveTo(Instant.parse("2034-01-01T00:00:00Z"));
        house.database().execute("create function audit.broken() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$");
        house.database().execute("create trigger broken before delete on audit.domain_event execute function audit.broken()");
        assertThatThrownBy(() -> house.bean(Retention.class).run()).hasMessageContaining("the disk is full");
        assertThat(count("vault_key where owner_id = '" + ledger + "' and year = 2030 and wrapped is not null")).isZero();
        Awaitility.await().atMost(PATIENCE).until(() -> ask(account, entry.id()).statusCode() == 410);
        assertThat(wrong()).as("what is half done is not wrong").isEmpty();

        house.database().execute("drop trigger broken on audit.domain_event");
        house.bean(Retention.class).run();
        assertThat(count("domain_event where payload_type = 'ledger.AccessRecorded' and aggregate_id = '" + ledger + "' and position('\"number\":1,' in convert_from(payload, 'UTF8')) > 0")).isZero();
        Awaitility.await("the projection has seen what ended").atMost(PATIENCE).untilAsserted(() -> assertThat(wrong()).isEmpty());
        var rebuilt = house.post("/api/v1/admin/accesslog/rebuild", house.tokens().machine("operator"), "application/json", new byte[0]);
        assertThat(rebuilt.statusCode()).isEqualTo(200);
        assertThat(log(account, 0).total()).as("a rebuild brings nothing back").isZero();
    }

    @Test
    @Order(5)
    void a_finding_that_was_concluded_long_ago_keeps_its_codes_and_loses_what_was_written_about_it() {
        assertThat(count("finding where concluded_at < '2031-01-01'")).isEqualTo(1);
        assertThat(count("finding_note")).isZero();
        assertThat(count("finding_entry e join finding f using (finding_id) where f.concluded_at < '2031-01-01'")).isZero();
        assertThat(count("vault_key k join finding f on f.finding_id = k.owner_id where k.wrapped is not null and f.concluded_at < '2031-01-01'")).isZero();
        assertThat(findings(FindingQuery.open().withStates(List.of(FindingState.CONCLUDED))).findings()).anySatisfy(finding -> assertThat(finding.conclusion()).isEqualTo(Conclusion.VIOLATION));
    }

    @Test
    @Order(6)
    void the_operator_sees_what_ended_and_by_which_rule() {
        assertThat(house.get("/api/v1/admin/retention", house.tokens().staff("dpo")).statusCode()).isEqualTo(403);
        var status = JSON.readValue(house.post("/api/v1/admin/retention/run", house.tokens().machine("operator"), "application/json", new byte[0]).body(), RetentionStatus.class);
        assertThat(status.rule()).isEqualTo("access-log.1");
        assertThat(status.keptFrom()).isEqualTo("2031-01-01T00:00:00Z");
        assertThat(status.runs()).hasSizeGreaterThan(2).isSortedAccordingTo((one, other) -> other.endedAt().compareTo(one.endedAt()));
        assertThat(status.runs()).anySatisfy(run -> assertThat(run.entries()).isPositive());
        assertThat(status.runs()).extracting(RetentionStatus.Run::findings).as("concluded in 2030").containsOnlyOnce(1L);
    }

    private static void report(String actor, ActorKind kind, String account) {
        assertThat(house.report(event(actor, kind, "support.case", account)).results()).extracting(EventResult::status).containsExactly(Status.RECORDED);
    }

    private static AccessEvent event(String actor, ActorKind kind, String purpose, String account) {
        var data = Events.data("customers/contact", "support/tier-1", purpose, "a case", Person.of(Identifier.account(account)));
        return AccessEvent.of(AuditHouse.SOURCE, UUID.randomUUID().toString(), CLOCK.instant().atOffset(ZoneOffset.UTC),
                new AccessData(data.subjects(), new Actor(actor, kind, "support/tier-1", "agent"), data.operation(), data.object(), data.categories(), data.purpose(),
                        data.legalBasis(), data.justification(), data.caseReference(), null, data.fields(), data.recordReference(), data.clientAddress(), null, null));
    }

    /** What was reported of the customer, once the index has caught up. */
    private static AccessLogPage log(String account, int entries) {
        var query = AccessLogQuery.all().withSources(List.of(AuditHouse.SOURCE));
        var token = house.tokens().subject(account);
        return Awaitility.await().atMost(PATIENCE).until(() -> house.mineWith(token, query), page -> page.total() >= entries && page.state().complete());
    }

    private static HttpResponse<String> ask(String account, UUID entry) {
        return house.post("/api/v1/access-log/mine/proof", house.tokens().subject(account), "application/json", ("{\"entry\":\"" + entry + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> await(java.util.concurrent.Callable<HttpResponse<String>> question) {
        return Awaitility.await().atMost(PATIENCE).until(question, answer -> answer.statusCode() == 200);
    }

    private static UUID ledger(String account) {
        return house.bean(Identities.class).ofAccount(account).orElseThrow().value();
    }

    private static long number(UUID ledger) {
        return house.database().queryForObject("select number from audit.ledger_head where ledger_id = ?", Long.class, ledger);
    }

    /** Waits until all of the ledger's entries are counted in a tree of heads, and lets time pass so that one is due. */
    private static void counted(UUID ledger) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            CLOCK.moveTo(CLOCK.instant().plusSeconds(1));
            return count("ledger_head h join audit.log_head l using (ledger_id) where h.number = l.number and ledger_id = '" + ledger + "'") == 1;
        });
    }

    private static long count(String of) {
        return house.database().queryForObject("select count(*) from audit." + of, Long.class);
    }

    private static FindingPage findings() {
        return findings(FindingQuery.open().withKinds(List.of(FindingKind.OUTSIDE_POLICY)));
    }

    private static FindingPage findings(FindingQuery query) {
        return JSON.readValue(house.post("/api/v1/findings/search", house.tokens().staff("dpo"), "application/json", JSON.writeValueAsBytes(query)).body(), FindingPage.class);
    }

    private static List<String> wrong() {
        var found = JSON.readValue(house.get("/api/v1/admin/doctor", house.tokens().machine("operator")).body(), Finding[].class);
        return Arrays.stream(found).filter(each -> each.wrong() > 0).map(Finding::check).toList();
    }
}
