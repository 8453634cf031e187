package org.innsyn.audit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.innsyn.audit.policy.Policy.Version;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private static final UUID AGENT = new UUID(1, 1);
    private static final UUID CLERK = new UUID(1, 2);
    private static final UUID MOVER = new UUID(1, 3);
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    private static final AccessControlTable TABLE = new AccessControlTable(List.of(
            grant("/customers", "unit:support", "*", "read|search", "support.case", false),
            grant("/customers/contact", "unit:billing", "clerk", "read", "billing.invoice|billing.dunning", false),
            grant("/customers/mail", "group:on-call", "*", "read", "service.incident", true),
            grant("/customers/billing", "staff:" + AGENT, "*", "read", "support.case", false),
            grant("/logs", "*", "*", "*", "security.incident", false)));

    private final Policy policy = new Policy(List.of(new Version(1, Instant.EPOCH, TABLE)), 7, List.of(
            new Assignment(AGENT, "support/tier-1", "agent", List.of("on-call"), MARCH, null),
            new Assignment(CLERK, "billing", "clerk", List.of(), MARCH, MAY),
            new Assignment(MOVER, "billing", "clerk", List.of(), MARCH, APRIL),
            new Assignment(MOVER, "support", "agent", List.of(), APRIL, null)));

    @ParameterizedTest(name = "{3}: {1} by {0} for {2}")
    @CsvSource({
        "1, /customers/contact, support.case,      GRANTED",
        "1, /customers,         support.case,      GRANTED",
        "1, /customersx,        support.case,      NO_GRANT",
        "1, /invoices,          support.case,      NO_GRANT",
        "1, /customers/contact, billing.invoice,   NO_GRANT",
        "1, /logs/mail,         security.incident, GRANTED",
        "2, /customers/contact, billing.dunning,   GRANTED",
        "2, /customers,         billing.invoice,   NO_GRANT",
        "2, /customers/contact, support.case,      NO_GRANT",
        "9, /customers/contact, support.case,      UNKNOWN_STAFF",
        "9, /logs/mail,         security.incident, UNKNOWN_STAFF"
    })
    void what_no_grant_allows_is_outside_policy(int staff, String object, String purpose, Ruling ruling) {
        assertThat(policy.judge(asked(new UUID(1, staff), APRIL, object, purpose, false)).ruling()).isEqualTo(ruling);
    }

    @Test
    void an_operation_that_is_not_granted_is_outside_policy() {
        var update = new Question(APRIL, ActorKind.STAFF, AGENT, null, null, Operation.UPDATE, "/customers", "support.case", true);
        assertThat(policy.judge(update).verdict()).isEqualTo(Verdict.OUTSIDE_POLICY);
    }

    @Test
    void somebody_who_moved_is_judged_by_where_they_were() {
        assertThat(policy.judge(asked(MOVER, APRIL.minusNanos(1), "/customers/contact", "billing.invoice", false)).ruling()).isEqualTo(Ruling.GRANTED);
        assertThat(policy.judge(asked(MOVER, APRIL, "/customers/contact", "billing.invoice", false)).ruling()).isEqualTo(Ruling.NO_GRANT);
        assertThat(policy.judge(asked(MOVER, APRIL, "/customers/contact", "support.case", false)).ruling()).isEqualTo(Ruling.GRANTED);
    }

    @Test
    void somebody_who_left_may_do_nothing_more() {
        assertThat(policy.judge(asked(CLERK, MAY.minusNanos(1), "/customers/contact", "billing.invoice", false)).ruling()).isEqualTo(Ruling.GRANTED);
        assertThat(policy.judge(asked(CLERK, MAY, "/customers/contact", "billing.invoice", false)).ruling()).isEqualTo(Ruling.NOT_ASSIGNED);
        assertThat(policy.judge(asked(CLERK, MAY, "/logs", "security.incident", false)).ruling()).isEqualTo(Ruling.NOT_ASSIGNED);
    }

    @Test
    void a_grant_for_emergencies_needs_a_reason() {
        assertThat(policy.judge(asked(AGENT, APRIL, "/customers/mail/inbox", "service.incident", true)).ruling()).isEqualTo(Ruling.BREAK_GLASS);
        assertThat(policy.judge(asked(AGENT, APRIL, "/customers/mail/inbox", "service.incident", false))).satisfies(judged -> {
            assertThat(judged.ruling()).isEqualTo(Ruling.UNJUSTIFIED);
            assertThat(judged.verdict()).isEqualTo(Verdict.OUTSIDE_POLICY);
        });
    }

    @Test
    void a_grant_may_be_for_one_person_alone() {
        assertThat(policy.judge(asked(AGENT, APRIL, "/customers/billing", "support.case", false)).ruling()).isEqualTo(Ruling.GRANTED);
        var narrow = new AccessControlTable(List.of(grant("/customers/billing", "staff:" + AGENT, "*", "read", "support.case", false)));
        assertThat(policy.under(narrow).judge(asked(MOVER, APRIL, "/customers/billing", "support.case", false)).ruling()).isEqualTo(Ruling.NO_GRANT);
    }

    @Test
    void what_the_reporter_claims_changes_no_verdict_and_is_noticed() {
        var lie = new Question(APRIL, ActorKind.STAFF, AGENT, "billing", "clerk", Operation.READ, "/customers/contact", "billing.invoice", false);
        assertThat(policy.judge(lie)).satisfies(judged -> {
            assertThat(judged.ruling()).isEqualTo(Ruling.NO_GRANT);
            assertThat(judged.contradicted()).isTrue();
        });
        assertThat(policy.judge(claiming("support", "agent")).contradicted()).as("a unit above the real one").isFalse();
        assertThat(policy.judge(claiming(null, null)).contradicted()).isFalse();
        assertThat(policy.judge(claiming("support/tier-2", "agent")).contradicted()).isTrue();
        assertThat(policy.judge(claiming("support/tier-1", "specialist")).contradicted()).isTrue();
    }

    @Test
    void a_program_the_directory_does_not_know_is_judged_by_what_it_claims() {
        var job = new Question(APRIL, ActorKind.SYSTEM, null, "billing/jobs", "clerk", Operation.READ, "/customers/contact", "billing.invoice", false);
        assertThat(policy.judge(job).ruling()).isEqualTo(Ruling.GRANTED);
    }

    @Test
    void a_person_is_not_judged_for_looking_at_their_own_data() {
        var own = new Question(APRIL, ActorKind.SUBJECT, null, null, null, Operation.READ, "/customers", "rights.access", false);
        assertThat(policy.judge(own).verdict()).isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void each_access_is_judged_by_the_table_of_its_time_and_says_which() {
        var strict = new AccessControlTable(List.of(grant("/logs", "*", "*", "*", "security.incident", false)));
        var both = new Policy(List.of(new Version(1, MARCH, TABLE), new Version(2, MAY, strict)), 7, policy.assignments());
        assertThat(both.judge(asked(AGENT, MARCH.minusNanos(1), "/customers", "support.case", false)).ruling()).isEqualTo(Ruling.NOT_ASSIGNED);
        assertThat(both.judge(asked(AGENT, MAY.minusNanos(1), "/customers", "support.case", false)))
                .extracting(Judgement::ruling, Judgement::version).containsExactly(Ruling.GRANTED, TABLE.name() + ".7");
        assertThat(both.judge(asked(AGENT, MAY, "/customers", "support.case", false)))
                .extracting(Judgement::ruling, Judgement::version).containsExactly(Ruling.NO_GRANT, strict.name() + ".7");
    }

    @Test
    void before_the_first_table_nothing_is_allowed() {
        var later = new Policy(List.of(new Version(1, MAY, TABLE)), 7, policy.assignments());
        assertThat(later.judge(asked(AGENT, APRIL, "/customers", "support.case", false)))
                .extracting(Judgement::ruling, Judgement::version).containsExactly(Ruling.NO_TABLE, "none.7");
    }

    @Test
    void a_table_is_named_by_what_it_says_and_not_by_the_order_it_says_it_in() {
        var grants = TABLE.grants();
        assertThat(new AccessControlTable(grants.reversed()).name()).isEqualTo(TABLE.name());
        assertThat(new AccessControlTable(grants.subList(1, grants.size())).name()).isNotEqualTo(TABLE.name());
    }

    private Question claiming(@Nullable String unit, @Nullable String role) {
        return new Question(APRIL, ActorKind.STAFF, AGENT, unit, role, Operation.READ, "/customers/contact", "support.case", false);
    }

    private static Question asked(UUID staff, Instant at, String object, String purpose, boolean justified) {
        return new Question(at, ActorKind.STAFF, staff, null, null, Operation.READ, object, purpose, justified);
    }

    private static Grant grant(String object, String persons, String role, String operations, String purposes, boolean breakGlass) {
        return new Grant(object, Persons.of(persons), role, "work", List.of(operations.split("\\|")), List.of(purposes.split("\\|")), breakGlass);
    }
}
