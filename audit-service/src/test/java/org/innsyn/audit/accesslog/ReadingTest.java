package org.innsyn.audit.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.data;
import static org.innsyn.audit.house.Events.event;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.schemas.accesslog.Verdict;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReadingTest {

    private static final byte[] EVERYTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final AuditHouse house = AuditHouse.shared();

    @Test
    void a_person_without_entries_is_told_so() {
        var page = house.mine(newAccount(), AccessLogQuery.all());
        assertThat(page.entries()).isEmpty();
        assertThat(page.state().complete()).isTrue();
    }

    @Test
    void looking_at_ones_own_log_is_recorded_once_a_session() {
        var account = newAccount();
        house.report(supportReads(account));
        var session = house.tokens().subject(account, UUID.randomUUID().toString());
        house.mineWith(session, AccessLogQuery.all());
        house.mineWith(session, AccessLogQuery.all());
        var log = Awaitility.await().until(() -> house.mineWith(session, AccessLogQuery.all()), page -> page.state().complete());
        assertThat(log.entries()).filteredOn(entry -> entry.actor().kind() == ActorKind.SUBJECT).singleElement().satisfies(own -> {
            assertThat(own.verdict()).isEqualTo(Verdict.NOT_JUDGED);
            assertThat(own.source()).isEqualTo("urn:innsyn:audit-service");
        });
    }

    @Test
    void the_officers_look_is_in_the_log_of_everybody_whose_rows_were_shown() {
        var account = newAccount();
        house.report(supportReads(account));
        house.completeLog(account);
        var found = house.search(AccessLogQuery.all().withSubject(Identifier.account(account)).withSources(List.of(AuditHouse.SOURCE)));
        assertThat(found.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.actor().id()).isEqualTo("agent-17");
            assertThat(entry.details().identifiers()).containsExactly(Identifier.account(account));
            assertThat(entry.details().clientAddress()).isEqualTo("192.0.2.7");
        });
        var seen = Awaitility.await().until(() -> house.mine(account, AccessLogQuery.all()),
                page -> page.entries().stream().anyMatch(entry -> entry.purpose().equals("oversight.review")));
        assertThat(seen.entries()).filteredOn(entry -> entry.purpose().equals("oversight.review")).singleElement().satisfies(look -> {
            assertThat(look.actor().unit()).isEqualTo("privacy");
            assertThat(look.verdict()).isEqualTo(Verdict.WITHIN_POLICY);
        });
    }

    @Test
    void a_look_of_the_officer_that_shows_nobody_is_in_the_staff_log_once_a_session() {
        var officer = house.tokens().staff("dpo");
        long before = staffLog();
        for (int look = 0; look < 2; look++) {
            var answer = house.post("/api/v1/access-log/search", officer, "application/json",
                    JsonMapper.builder().build().writeValueAsBytes(AccessLogQuery.all().withSubject(Identifier.account(newAccount()))));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        assertThat(staffLog()).isEqualTo(before + 1);
    }

    private long staffLog() {
        return house.database().queryForObject("select number from audit.ledger_head where kind = 'staff'", Long.class);
    }

    @Test
    void an_actor_is_found_by_the_id_their_system_knows_them_by() {
        var account = newAccount();
        house.report(supportReads(account));
        house.completeLog(account);
        assertThat(house.search(AccessLogQuery.all().withSubject(Identifier.account(account)).withActor("agent-17")).total()).isEqualTo(1);
        assertThat(house.search(AccessLogQuery.all().withSubject(Identifier.account(account)).withActor("agent-18")).total()).isZero();
    }

    @Test
    void pages_follow_each_other_without_gaps_or_repeats() {
        var account = newAccount();
        house.report(IntStream.range(0, 120).mapToObj(i -> supportReads(account)).toArray(AccessEvent[]::new));
        house.completeLog(account);
        var seen = new ArrayList<AccessEntry>();
        String cursor = null;
        do {
            var page = house.mine(account, AccessLogQuery.all().withSources(List.of(AuditHouse.SOURCE)).withPage(cursor, 50));
            assertThat(page.total()).isEqualTo(120);
            seen.addAll(page.entries());
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).hasSize(120);
        assertThat(new HashSet<>(seen.stream().map(AccessEntry::id).toList())).hasSize(120);
    }

    @Test
    void filters_add_up_and_facets_count() {
        var account = newAccount();
        house.report(supportReads(account),
                event(UUID.randomUUID().toString(), data("customers/messages", "billing", "billing.invoice", "outside", Person.of(Identifier.account(account)))));
        house.completeLog(account);
        var outside = house.mine(account, AccessLogQuery.all().withVerdicts(List.of(Verdict.OUTSIDE_POLICY)));
        assertThat(outside.entries()).singleElement().satisfies(entry -> assertThat(entry.actor().unit()).isEqualTo("billing"));
        assertThat(house.mine(account, AccessLogQuery.all().withVerdicts(List.of(Verdict.OUTSIDE_POLICY)).withUnits(List.of("support/tier-1"))).total()).isZero();
        var all = house.mine(account, AccessLogQuery.all().withSources(List.of(AuditHouse.SOURCE)));
        assertThat(all.facets().get("verdict")).extracting(facet -> facet.value() + " " + facet.count()).containsExactlyInAnyOrder("within-policy 1", "outside-policy 1");
    }

    @Test
    void nobody_reads_anothers_log() {
        var account = newAccount();
        house.report(supportReads(account));
        house.completeLog(account);
        var stranger = house.tokens().subject(newAccount());
        assertThat(house.mineWith(stranger, AccessLogQuery.all()).total()).isZero();
        var asking = house.post("/api/v1/access-log/mine", stranger, "application/json",
                JsonMapper.builder().build().writeValueAsBytes(AccessLogQuery.all().withSubject(Identifier.account(account))));
        assertThat(asking.statusCode()).isEqualTo(403);
        assertThat(asking.headers().firstValue("content-type")).hasValue("application/problem+json");
        for (var token : List.of(stranger, house.tokens().staff("case-handler"), house.tokens().staff("controller"), house.tokens().staff("regulator"),
                house.tokens().reporter(AuditHouse.SOURCE))) {
            assertThat(house.post("/api/v1/access-log/search", token, "application/json", EVERYTHING).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void when_the_look_cannot_be_recorded_nothing_is_shown() {
        var account = newAccount();
        house.report(supportReads(account));
        house.completeLog(account);
        house.database().execute("alter table audit.actor rename to actor_away");
        try {
            var response = house.post("/api/v1/access-log/mine", house.tokens().subject(account), "application/json", EVERYTHING);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("urn:innsyn:problem:reading-not-recorded").doesNotContain("customers");
        } finally {
            house.database().execute("alter table audit.actor_away rename to actor");
        }
        assertThat(house.mine(account, AccessLogQuery.all()).total()).isPositive();
    }

    @Test
    void a_rebuilt_index_holds_the_same_documents() {
        var account = newAccount();
        house.report(IntStream.range(0, 1_000).mapToObj(i -> supportReads(account)).toArray(AccessEvent[]::new));
        house.completeLog(account);
        var index = house.bean(AccessLogIndex.class);
        var ledger = house.bean(Identities.class).ofAccount(account).orElseThrow();
        var documents = of(index, ledger);
        var reported = reported(index);
        var old = index.versions().current().orElseThrow();
        var response = house.post("/api/v1/admin/accesslog/rebuild", house.tokens().machine("operator"), "application/json", new byte[0]);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(index.versions().current()).isPresent().get().isNotEqualTo(old);
        assertThat(of(index, ledger)).hasSizeGreaterThanOrEqualTo(1_000).containsAll(documents);
        assertThat(reported(index)).isEqualTo(reported);
        house.report(supportReads(account));
        assertThat(house.completeLog(account).total()).as("the projection goes on").isEqualTo(1_001);
    }

    private static List<AccessDocument> of(AccessLogIndex index, LedgerId ledger) {
        index.versions().refresh();
        return index.search(s -> s.size(10_000).query(AccessLogIndex.of(ledger))).hits().hits().stream().map(hit -> hit.source()).toList();
    }

    /** How many documents there are of everything that tests reported. */
    private static long reported(AccessLogIndex index) {
        index.versions().refresh();
        return index.search(s -> s.size(0).trackTotalHits(t -> t.enabled(true)).query(q -> q.term(t -> t.field("source").value(AuditHouse.SOURCE))))
                .hits().total().value();
    }
}
