package org.innsyn.audit.oversight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.Topics;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.store.Shredder;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Actor;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.access.ReportResult.Status;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.schemas.oversight.BreachView;
import org.innsyn.schemas.oversight.Conclusion;
import org.innsyn.schemas.oversight.FindingKind;
import org.innsyn.schemas.oversight.FindingPage;
import org.innsyn.schemas.oversight.FindingQuery;
import org.innsyn.schemas.oversight.FindingState;
import org.innsyn.schemas.oversight.FindingView;
import org.innsyn.schemas.oversight.FindingsApi.Conclude;
import org.innsyn.schemas.oversight.FindingsApi.Move;
import org.innsyn.schemas.task.Task;
import org.innsyn.schemas.task.TaskResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OversightTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MARCH = "2026-03-02T14:05:00+01:00";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AuditHouse house = AuditHouse.shared();
    private final String officer = house.tokens().staff("dpo");
    /** Names this test's findings among those of others. */
    private final String purpose = "test.purpose-" + UUID.randomUUID();

    @Test
    void what_somebody_does_outside_policy_on_one_day_is_one_finding() {
        report("agent-17", "/customers/contact", MARCH, null, newAccount());
        report("agent-17", "/customers/contact", "2026-03-02T23:59:00Z", null, newAccount());
        report("agent-17", "/customers/contact", "2026-03-03T00:00:00Z", null, newAccount());
        report("agent-18", "/customers/contact", MARCH, null, newAccount());
        report("agent-17", "/customers/billing", MARCH, null, newAccount());
        var found = await(FindingKind.OUTSIDE_POLICY, 4);
        var first = found.stream().filter(each -> each.occurrences() == 2).findFirst().orElseThrow();
        assertThat(first.actor()).isEqualTo("agent-17");
        assertThat(first.unit()).isEqualTo("support/tier-1");
        assertThat(first.object()).isEqualTo("/customers/contact");
        assertThat(first.firstAt()).isEqualTo(Instant.parse("2026-03-02T13:05:00Z"));
        assertThat(first.lastAt()).isEqualTo(Instant.parse("2026-03-02T23:59:00Z"));
        assertThat(found).allMatch(each -> each.state() == FindingState.OPEN);
    }

    @Test
    void what_was_seen_before_changes_nothing_when_it_is_seen_again() {
        report("agent-17", "/customers/contact", MARCH, null, newAccount());
        var before = await(FindingKind.OUTSIDE_POLICY, 1).getFirst();
        var command = new org.innsyn.audit.oversight.FindingCommand.AddOccurrences(new org.innsyn.audit.oversight.FindingId(before.id()),
                new org.innsyn.audit.oversight.FindingSubject(before.kind(), "2026-03-02", null, new UUID(1, 1), before.object(), before.purpose()), before.unit(),
                house.database().query("select entry_id, ledger_id, occurred_at from finding_entry where finding_id = ?",
                        (row, i) -> new org.innsyn.audit.oversight.Occurrence(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getTimestamp(3).toInstant()), before.id()),
                java.util.Map.of(), Instant.now());
        assertThat(command.entries()).hasSize(1);
        house.bean(Findings.class).add(command);
        assertThat(find(before.id())).isEqualTo(before);
    }

    @Test
    void breaking_the_glass_without_a_reason_a_false_claim_and_unknown_staff_are_findings() {
        var unit = "u-" + UUID.randomUUID();
        house.report(event("agent-18", unit, "/customers/mail", "service.incident", OffsetDateTime.parse(MARCH), null, newAccount()));
        house.report(event("agent-18", "support", "/customers/mail", "service.incident", OffsetDateTime.parse(MARCH), "the mail server is down", newAccount()));
        var stranger = "stranger-" + UUID.randomUUID();
        house.report(event(stranger, "support", "/customers/contact", "support.case", OffsetDateTime.parse(MARCH), null, newAccount()));
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(all(FindingKind.UNJUSTIFIED_BREAK_GLASS)).anySatisfy(each -> assertThat(each.actor()).isEqualTo("agent-18"));
            assertThat(all(FindingKind.CONTRADICTED_CLAIM)).anySatisfy(each -> assertThat(each.actor()).isEqualTo("agent-18"));
            assertThat(all(FindingKind.UNKNOWN_STAFF)).anySatisfy(each -> assertThat(each.actor()).isEqualTo(stranger));
        });
    }

    @Test
    void a_clock_that_is_far_ahead_is_a_finding_about_its_source() {
        house.report(event("agent-17", "support", "/customers/contact", "support.case", OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(30), null, newAccount()));
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(all(FindingKind.CLOCK_SKEW)).anySatisfy(each -> {
            assertThat(each.source()).isEqualTo(AuditHouse.SOURCE);
            assertThat(each.actor()).isNull();
            assertThat(each.figures().get("seconds-ahead")).isBetween(1_500L, 1_800L);
        }));
    }

    @Test
    void an_access_after_the_restriction_is_a_finding_and_a_late_report_of_an_earlier_one_is_none() {
        var account = newAccount();
        house.report(supportReads(account));
        house.bean(Shredder.class).restrict(ledger(account), UUID.randomUUID());
        house.report(event("agent-17", "support", "/customers/contact", purpose, OffsetDateTime.parse(MARCH), null, account));
        house.report(event("agent-17", "support", "/customers/support", purpose, OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(1), null, account));
        assertThat(await(FindingKind.UNDER_RESTRICTION, 1)).singleElement().satisfies(each -> assertThat(each.object()).isEqualTo("/customers/support"));
        await(FindingKind.OUTSIDE_POLICY, 2);
        assertThat(mine(FindingKind.UNDER_RESTRICTION)).hasSize(1);
    }

    @Test
    void an_access_after_the_erasure_is_a_finding_and_a_late_report_of_an_earlier_one_is_none() {
        var account = newAccount();
        house.report(supportReads(account));
        shred(ledger(account));
        house.report(event("agent-17", "support", "/customers/contact", purpose, OffsetDateTime.parse(MARCH), null, account));
        house.report(event("agent-17", "support", "/customers/support", purpose, OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(1), null, account));
        assertThat(await(FindingKind.AFTER_ERASURE, 1)).singleElement().satisfies(each -> assertThat(each.object()).isEqualTo("/customers/support"));
        await(FindingKind.OUTSIDE_POLICY, 2);
        assertThat(mine(FindingKind.AFTER_ERASURE)).hasSize(1);
    }

    @Test
    void reading_far_more_people_in_an_hour_than_the_unit_usually_does_is_a_finding() {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        var clerk = "clerk-3";
        house.report(IntStream.range(0, 50).mapToObj(i -> event(clerk, "support", "/customers/contact", "support.case", now, null, newAccount())).toArray(AccessEvent[]::new));
        var again = newAccount();
        house.report(Stream.generate(() -> event(clerk, "support", "/customers/contact", "support.case", now, null, again)).limit(5).toArray(AccessEvent[]::new));
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(all(FindingKind.MASS_READING)).anySatisfy(each -> {
            assertThat(each.actor()).isEqualTo(clerk);
            assertThat(each.figures()).containsEntry("threshold", 50L).containsEntry("people", 51L);
        }));
    }

    @Test
    void two_people_cannot_conclude_over_each_other() {
        report("agent-17", "/customers/contact", MARCH, null, newAccount());
        var finding = await(FindingKind.OUTSIDE_POLICY, 1).getFirst();
        var assigned = read(post(finding, "/assign", new Move(finding.version())), FindingView.class);
        assertThat(assigned.mine()).isTrue();
        var late = post(finding, "/conclude", new Conclude(finding.version(), Conclusion.LEGITIMATE, "agreed-with-unit", "looked into it with the unit"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("stale", "Nothing was changed");
        var concluded = read(post(finding, "/conclude", new Conclude(assigned.version(), Conclusion.VIOLATION, "agreed-with-unit", "a customer they know: subject-0001")), FindingView.class);
        assertThat(concluded.state()).isEqualTo(FindingState.CONCLUDED);
        assertThat(concluded.note()).isEqualTo("a customer they know: subject-0001");
        assertThat(house.database().queryForObject("select count(*) from domain_event where convert_from(payload, 'UTF8') like '%subject-0001%'", Long.class)).as("the note is sealed").isZero();
        assertThat(mine(FindingKind.OUTSIDE_POLICY, FindingState.OPEN)).isEmpty();

        report("agent-17", "/customers/contact", MARCH, null, newAccount());
        var reopened = Awaitility.await().atMost(PATIENCE).until(() -> find(finding.id()), each -> each.occurrences() == 2);
        assertThat(reopened.state()).as("more was found").isEqualTo(FindingState.OPEN);
        assertThat(reopened.conclusion()).isNull();
    }

    @Test
    void a_finding_concluded_as_a_breach_is_on_the_record_of_breaches_and_its_72_hours_run() {
        report("agent-17", "/customers/contact", MARCH, null, newAccount());
        var finding = await(FindingKind.OUTSIDE_POLICY, 1).getFirst();
        var concluded = read(post(finding, "/conclude", new Conclude(finding.version(), Conclusion.BREACH, "curiosity", "shown to somebody outside")), FindingView.class);
        var breaches = JSON.readValue(house.get("/api/v1/breaches", officer).body(), BreachView[].class);
        assertThat(breaches).filteredOn(each -> finding.id().equals(each.finding())).singleElement().satisfies(breach -> {
            assertThat(Duration.between(concluded.concludedAt(), breach.awareAt())).isLessThan(Duration.ofSeconds(5));
            assertThat(breach.notifyBy()).isEqualTo(breach.awareAt().plus(Duration.ofHours(72)));
            assertThat(breach.facts()).isNull();
        });
    }

    @Test
    void a_conclusion_without_a_reason_is_refused() {
        report("agent-17", "/customers/contact", MARCH, null, newAccount());
        var finding = await(FindingKind.OUTSIDE_POLICY, 1).getFirst();
        assertThat(post(finding, "/conclude", new Conclude(finding.version(), Conclusion.BREACH, "A reason", "long enough a note")).statusCode()).isEqualTo(422);
        assertThat(post(finding, "/conclude", new Conclude(finding.version(), Conclusion.BREACH, "reason", "short")).statusCode()).isEqualTo(422);
        assertThat(find(finding.id())).isEqualTo(finding);
    }

    @Test
    void looking_at_a_findings_entries_is_itself_in_the_log_of_the_people_concerned() {
        var account = newAccount();
        report("agent-17", "/customers/contact", MARCH, null, account);
        var finding = await(FindingKind.OUTSIDE_POLICY, 1).getFirst();
        house.completeLog(account);
        var shown = JSON.readValue(post(finding, "/entries", new Move(0)).body(), AccessEntry[].class);
        assertThat(shown).singleElement().satisfies(entry -> assertThat(entry.actor().id()).isEqualTo("agent-17"));
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(house.mine(account, AccessLogQuery.all().withPurposes(List.of("oversight.review"))).entries()).hasSize(1));
    }

    @Test
    void only_the_officer_works_findings_and_the_controller_reads() {
        for (var role : List.of("subject", "case-handler", "regulator")) {
            assertThat(house.post("/api/v1/findings/search", house.tokens().staff(role), "application/json", "{}".getBytes()).statusCode()).as(role).isEqualTo(403);
        }
        var controller = house.tokens().staff("controller");
        assertThat(house.post("/api/v1/findings/search", controller, "application/json", "{}".getBytes()).statusCode()).isEqualTo(200);
        for (var path : List.of("entries", "assign", "conclude", "reopen")) {
            assertThat(house.post("/api/v1/findings/" + UUID.randomUUID() + "/" + path, controller, "application/json", "{}".getBytes()).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(house.get("/api/v1/findings/" + UUID.randomUUID(), controller).statusCode()).isEqualTo(404);
    }

    @Test
    void the_queue_is_paged_newest_first() {
        for (int day = 1; day <= 5; day++) {
            report("agent-17", "/customers/contact", "2026-02-0" + day + "T12:00:00Z", null, newAccount());
        }
        await(FindingKind.OUTSIDE_POLICY, 5);
        var query = FindingQuery.open().withKinds(List.of(FindingKind.OUTSIDE_POLICY));
        var whole = search(query.withPage(null, 200)).findings();
        var first = search(query.withPage(null, 2));
        var second = search(query.withPage(first.next(), 2));
        assertThat(Stream.concat(first.findings().stream(), second.findings().stream()).map(FindingView::id))
                .containsExactlyElementsOf(whole.stream().limit(4).map(FindingView::id).toList());
        assertThat(first.open().get(FindingKind.OUTSIDE_POLICY)).isEqualTo(first.total());
    }

    @Test
    void a_log_with_an_open_finding_is_not_shredded_until_it_is_concluded() {
        var account = newAccount();
        report("agent-17", "/customers/contact", MARCH, null, account);
        var finding = await(FindingKind.OUTSIDE_POLICY, 1).getFirst();
        var refused = shred(ledger(account));
        assertThat(refused.status()).isEqualTo(TaskResult.Status.FAILED);
        assertThat(refused.reason()).contains("An open finding is about this access log");
        assertThat(house.completeLog(account).entries()).as("nothing was destroyed").hasSize(1);

        read(post(finding, "/conclude", new Conclude(finding.version(), Conclusion.LEGITIMATE, "agreed-with-unit", "looked into it with the unit")), FindingView.class);
        assertThat(shred(ledger(account)).status()).isEqualTo(TaskResult.Status.DONE);
    }

    private TaskResult shred(LedgerId ledger) {
        var task = new Task(UUID.randomUUID(), UUID.randomUUID(), Task.ACCESS_LOG, Task.Action.SHRED, ledger.value(), Instant.now());
        var topics = new Topics(house);
        topics.send(Task.TOPIC, task.taskId().toString(), JSON.writeValueAsBytes(task));
        return Awaitility.await().atMost(PATIENCE).until(() -> topics.read(TaskResult.TOPIC).stream().filter(each -> each.key().equals(task.taskId().toString()))
                .map(each -> JSON.readValue(each.value(), TaskResult.class)).findFirst().orElse(null), java.util.Objects::nonNull);
    }

    private LedgerId ledger(String account) {
        return house.bean(Identities.class).ofAccount(account).orElseThrow();
    }

    private void report(String actor, String object, String time, @Nullable String justification, String account) {
        assertThat(house.report(event(actor, "support", object, purpose, OffsetDateTime.parse(time), justification, account)).results())
                .allSatisfy(result -> assertThat(result.status()).isEqualTo(Status.RECORDED));
    }

    private static AccessEvent event(String actor, String unit, String object, String purpose, OffsetDateTime time, @Nullable String justification, String account) {
        return AccessEvent.of(AuditHouse.SOURCE, UUID.randomUUID().toString(), time, new AccessData(List.of(Person.of(Identifier.account(account))),
                new Actor(actor, ActorKind.STAFF, unit, null), Operation.READ, object, List.of("contact-details"), purpose, "contract", justification,
                null, null, null, null, null, null, null));
    }

    private List<FindingView> await(FindingKind kind, int count) {
        return Awaitility.await().atMost(PATIENCE).until(() -> mine(kind), found -> found.size() == count);
    }

    private List<FindingView> mine(FindingKind kind, FindingState... states) {
        return search(new FindingQuery(List.of(states), List.of(kind), null, null, 200)).findings().stream().filter(each -> purpose.equals(each.purpose())).toList();
    }

    private List<FindingView> all(FindingKind kind) {
        return search(new FindingQuery(null, List.of(kind), null, null, 200)).findings();
    }

    private FindingPage search(FindingQuery query) {
        return read(house.post("/api/v1/findings/search", officer, "application/json", JSON.writeValueAsBytes(query)), FindingPage.class);
    }

    private FindingView find(UUID finding) {
        return read(house.get("/api/v1/findings/" + finding, officer), FindingView.class);
    }

    private HttpResponse<String> post(FindingView finding, String path, Object body) {
        return house.post("/api/v1/findings/" + finding.id() + path, officer, "application/json", JSON.writeValueAsBytes(body));
    }

    private static <T> T read(HttpResponse<String> answer, Class<T> type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readValue(answer.body(), type);
    }
}
