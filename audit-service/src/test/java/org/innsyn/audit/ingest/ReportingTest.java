package org.innsyn.audit.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.Events;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.IdentifierType;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.access.Rejection.Code;
import org.innsyn.schemas.access.ReportResult.EventResult;
import org.innsyn.schemas.access.ReportResult.Status;
import org.innsyn.schemas.accesslog.HeldReason;
import org.innsyn.schemas.accesslog.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ReportingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditHouse house = AuditHouse.shared();

    @Test
    void a_reported_access_is_in_the_persons_log_with_its_details() {
        var account = newAccount();
        assertThat(house.report(supportReads(account)).results()).extracting(EventResult::status).containsExactly(Status.RECORDED);

        var log = house.completeLog(account);
        assertThat(log.total()).isEqualTo(1);
        var entry = log.entries().getFirst();
        assertThat(entry.number()).isEqualTo(1);
        assertThat(entry.object()).isEqualTo("/customers/contact");
        assertThat(entry.actor().unit()).isEqualTo("support/tier-1");
        assertThat(entry.actor().id()).as("names of staff are not told without a decision").isNull();
        assertThat(entry.verdict()).isEqualTo(Verdict.WITHIN_POLICY);
        assertThat(entry.details().justification()).isEqualTo("looked at to answer the case");
        assertThat(entry.details().fields()).containsExactly("email", "phone");
        assertThat(entry.details().identifiers()).isNull();
        assertThat(entry.ledger()).isNull();
    }

    @Test
    void the_same_event_reported_again_is_a_duplicate_and_stands_once() {
        var account = newAccount();
        var event = supportReads(account);
        assertThat(statuses(event, event)).containsExactly(Status.RECORDED, Status.DUPLICATE);
        assertThat(statuses(event)).containsExactly(Status.DUPLICATE);
        assertThat(house.completeLog(account).total()).isEqualTo(1);
    }

    @Test
    void the_same_id_with_other_content_is_a_conflict_and_nothing_of_it_is_kept() {
        var account = newAccount();
        var other = newAccount();
        var id = UUID.randomUUID().toString();
        house.report(supportReads(id, Person.of(Identifier.account(account))));
        var result = house.report(supportReads(id, Person.of(Identifier.account(other)))).results().getFirst();
        assertThat(result.status()).isEqualTo(Status.REJECTED);
        assertThat(result.reason().code()).isEqualTo(Code.CONFLICT);
        assertThat(house.mine(other, org.innsyn.schemas.accesslog.AccessLogQuery.all()).total()).isZero();
    }

    @Test
    void one_bad_event_never_fails_its_neighbours() {
        var account = newAccount();
        var good = JSON.writeValueAsString(supportReads(account));
        var unknownType = JSON.writeValueAsString(supportReads(account)).replace(AccessEvent.TYPE, "org.example.other");
        var noSubjects = good.replaceAll("\"subjects\":\\[.*?\\]\\}\\]", "\"subjects\":[]").replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"no-subjects\"");
        var response = house.reportRaw("[" + good + "," + unknownType + "," + noSubjects + ",17,{\"id\":\"x\",\"surprise\":true}]");
        assertThat(response.statusCode()).isEqualTo(200);
        var results = JSON.readValue(response.body(), org.innsyn.schemas.access.ReportResult.class).results();
        assertThat(results.get(0).status()).isEqualTo(Status.RECORDED);
        assertThat(results.subList(1, 5)).extracting(EventResult::status).containsOnly(Status.REJECTED);
        assertThat(results.subList(1, 5)).extracting(result -> result.reason().code())
                .containsExactly(Code.UNKNOWN_TYPE, Code.INVALID, Code.MALFORMED, Code.UNKNOWN_TYPE);
        assertThat(house.completeLog(account).total()).isEqualTo(1);
    }

    @Test
    void a_rejection_names_the_field_and_never_its_value() {
        var secret = "secret-" + UUID.randomUUID();
        var event = JSON.writeValueAsString(supportReads(newAccount())).replace("\"purpose\":\"support.case\"", "\"purpose\":\"" + secret + " IN PLAIN WORDS\"");
        var response = house.reportRaw("[" + event + "]");
        assertThat(response.body()).contains("data/purpose").doesNotContain(secret);
        assertThat(everythingInTheDatabase()).doesNotContain(secret);
    }

    @Test
    void a_token_reports_only_for_its_own_source() {
        var account = newAccount();
        var response = house.reportRaw(house.tokens().reporter("urn:test:somebody-else"), JSON.writeValueAsString(new AccessEvent[] {supportReads(account)}));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("foreign-source");
        assertThat(house.mine(account, org.innsyn.schemas.accesslog.AccessLogQuery.all()).total()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no JSON at all            | not json   | 400 | malformed
            an object, not an array   | {}         | 400 | malformed
            an array cut off          | [{"id":"a" | 400 | malformed
            something after the array | [] []      | 400 | malformed
            """)
    void a_malformed_batch_is_a_clear_problem(String what, String batch, int status, String type) {
        var response = house.reportRaw(batch);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("urn:innsyn:problem:" + type).contains("Nothing was recorded");
    }

    @Test
    void a_batch_over_its_limits_is_refused_as_a_whole() {
        var tooMany = "[" + String.join(",", Collections.nCopies(1_001, "{}")) + "]";
        assertThat(house.reportRaw(tooMany).statusCode()).isEqualTo(413);
        var tooLarge = "[\"" + "x".repeat(8 * 1024 * 1024) + "\"]";
        var response = house.reportRaw(tooLarge);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("urn:innsyn:problem:batch-too-large");
    }

    @Test
    void an_event_over_its_limits_is_rejected_alone() {
        var account = newAccount();
        var people = IntStream.range(0, 1_001).mapToObj(i -> Person.of(Identifier.account("crowd-" + i))).toArray(Person[]::new);
        var crowd = supportReads(UUID.randomUUID().toString(), people);
        var large = JSON.writeValueAsString(supportReads(account)).replace("looked at to answer the case", "x".repeat(257 * 1024));
        var response = house.reportRaw("[" + JSON.writeValueAsString(crowd) + "," + large + "," + JSON.writeValueAsString(supportReads(account)) + "]");
        var results = JSON.readValue(response.body(), org.innsyn.schemas.access.ReportResult.class).results();
        assertThat(results).extracting(EventResult::status).containsExactly(Status.REJECTED, Status.REJECTED, Status.RECORDED);
        assertThat(results.subList(0, 2)).extracting(result -> result.reason().code()).containsOnly(Code.TOO_LARGE);
    }

    @Test
    void a_read_of_a_thousand_people_stands_in_a_thousand_logs() {
        var prefix = newAccount();
        var people = IntStream.range(0, 1_000).mapToObj(i -> Person.of(Identifier.account(prefix + "-" + i))).toArray(Person[]::new);
        assertThat(statuses(supportReads(UUID.randomUUID().toString(), people))).containsExactly(Status.RECORDED);
        assertThat(house.completeLog(prefix + "-0").total()).isEqualTo(1);
        assertThat(house.completeLog(prefix + "-999").total()).isEqualTo(1);
    }

    @Test
    void a_token_that_cannot_be_checked_now_is_not_called_bad() {
        house.tokens().whileAway(token -> {
            var answer = house.get("/api/v1/admin/keys", token);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
            assertThat(answer.body()).contains("urn:innsyn:problem:provider-away");
        });
    }

    @Test
    void without_a_valid_token_nothing_is_taken() {
        var batch = JSON.writeValueAsString(new AccessEvent[] {supportReads(newAccount())});
        assertThat(house.reportRaw("not-a-token", batch).statusCode()).isEqualTo(401);
        var response = house.reportRaw(house.tokens().subject(newAccount()), batch);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("urn:innsyn:problem:not-allowed");
    }

    @Test
    void an_unverified_address_is_held_for_review_and_never_guessed() {
        var email = UUID.randomUUID() + "@example.org";
        assertThat(statuses(supportReads(UUID.randomUUID().toString(), Person.of(Identifier.email(email))))).containsExactly(Status.RECORDED);
        var held = org.awaitility.Awaitility.await().until(
                () -> house.search(new org.innsyn.schemas.accesslog.AccessLogQuery(null, null, null, null, null, null, null, null, null, null, null, true, null, 500)),
                page -> page.entries().stream().anyMatch(entry -> List.of(Identifier.email(email)).equals(entry.details().identifiers())));
        assertThat(held.entries()).allMatch(entry -> entry.held() == HeldReason.UNRESOLVED || entry.held() == HeldReason.AMBIGUOUS || entry.held() == HeldReason.ERASED);
    }

    @Test
    void an_address_verified_for_one_account_leads_to_its_log_and_for_two_to_none() {
        var account = newAccount();
        var twin = newAccount();
        var email = UUID.randomUUID() + "@example.org";
        var shared = UUID.randomUUID() + "@example.org";
        var verified = """
                [{"account":"%s","emails":["%s","%s"],"phones":[]},{"account":"%s","emails":["%s"],"phones":[]}]""".formatted(account, email, shared, twin, shared);
        var response = house.post("/api/v1/identities", house.tokens().reporter(), "application/json", verified.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"ambiguous\":1");

        house.report(supportReads(UUID.randomUUID().toString(), Person.of(Identifier.email(email.toUpperCase()))),
                supportReads(UUID.randomUUID().toString(), Person.of(Identifier.email(shared))));
        assertThat(house.completeLog(account).total()).isEqualTo(1);
        assertThat(house.completeLog(twin).total()).isZero();
    }

    @Test
    void a_customer_number_seen_with_an_account_leads_to_the_same_log() {
        var account = newAccount();
        var number = new Identifier(IdentifierType.CUSTOMER_NUMBER, UUID.randomUUID().toString());
        house.report(supportReads(UUID.randomUUID().toString(), new Person(java.util.List.of(Identifier.account(account), number))));
        house.report(supportReads(UUID.randomUUID().toString(), Person.of(number)));
        assertThat(house.completeLog(account).total()).isEqualTo(2);
    }

    @Test
    void two_reporters_at_once_open_one_ledger_and_number_it_densely() throws Exception {
        var account = newAccount();
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(8)) {
            var reports = Stream.generate(() -> threads.submit(() -> house.report(supportReads(account), supportReads(account)))).limit(40).toList();
            for (var report : reports) {
                assertThat(report.get().results()).extracting(EventResult::status).containsOnly(Status.RECORDED);
            }
        }
        var log = house.completeLog(account);
        assertThat(log.total()).isEqualTo(80);
        var ledger = house.bean(org.innsyn.audit.identity.Identities.class).ofAccount(account).orElseThrow();
        var numbers = house.database().queryForList("""
                select (convert_from(payload, 'UTF8')::jsonb ->> 'number')::bigint from audit.domain_event
                 where aggregate_id = ? and payload_type = 'ledger.AccessRecorded' order by sequence_number""", Long.class, ledger.toString());
        assertThat(numbers).startsWith(1L, 2L).isEqualTo(java.util.stream.LongStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void reporters_that_meet_the_same_new_people_at_once_open_one_ledger_for_each() throws Exception {
        var accounts = Stream.generate(Events::newAccount).limit(40).toList();
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(8)) {
            // Beside them, each meets new people of its own: only a part of what it claims is claimed by others, too.
            var reports = Stream.generate(() -> threads.submit(() -> house.report(Stream.concat(accounts.stream(), Stream.generate(Events::newAccount).limit(40))
                    .map(Events::supportReads).toArray(AccessEvent[]::new)))).limit(8).toList();
            for (var report : reports) {
                assertThat(report.get().results()).extracting(EventResult::status).containsOnly(Status.RECORDED);
            }
        }
        var identities = house.bean(org.innsyn.audit.identity.Identities.class);
        assertThat(accounts).allSatisfy(account -> assertThat(house.database().queryForObject("select number from ledger_head where ledger_id = ?", Long.class,
                identities.ofAccount(account).orElseThrow().value())).isEqualTo(8));
    }

    @Test
    void nothing_that_identifies_a_person_stands_readable_in_the_database() {
        var account = newAccount();
        var canary = "canary" + UUID.randomUUID().toString().replace("-", "");
        house.report(Events.event(UUID.randomUUID().toString(), Events.data("customers/contact", "support", "support.case", canary,
                new Person(java.util.List.of(Identifier.account(account), Identifier.email(canary + "@example.org"))))));
        assertThat(everythingInTheDatabase()).doesNotContain(canary).doesNotContain(account);
        house.completeLog(account);
    }

    private java.util.List<Status> statuses(AccessEvent... events) {
        return house.report(events).results().stream().map(EventResult::status).toList();
    }

    /** Every row of every table as text, byte strings decoded too. */
    private String everythingInTheDatabase() {
        var text = new StringBuilder();
        var tables = house.database().queryForList("select table_name from information_schema.tables where table_schema = 'audit'", String.class);
        assertThat(tables).contains("domain_event", "entry_detail", "blind_index");
        for (var table : tables) {
            house.database().query("select * from audit." + table, row -> {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    var value = row.getObject(i);
                    text.append(value instanceof byte[] bytes ? new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1) : value).append('\n');
                }
            });
        }
        return text.toString();
    }
}
