package org.innsyn.audit.policy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.newAccount;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.ledger.Remark;
import org.innsyn.audit.policy.Ruling;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Actor;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.access.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Accesses are judged as they are recorded, by the directory and the table of the time they happened. */
class JudgingTest {

    private static final String MARCH = "2026-03-02T14:05:00+01:00";

    private final AuditHouse house = AuditHouse.shared();

    @Test
    void an_actor_is_judged_by_the_directory_and_not_by_what_is_claimed() {
        var entry = recorded("agent-17", "billing", MARCH, "/customers/contact", "billing.invoice", "because");
        assertThat(entry.ruling()).isEqualTo(Ruling.NO_GRANT);
        assertThat(entry.unit()).as("the claim stays a claim").isEqualTo("billing");
        assertThat(entry.remarks()).containsExactly(Remark.CONTRADICTS_DIRECTORY);
        assertThat(entry.staff()).isNotNull();
    }

    @Test
    void somebody_who_moved_is_judged_by_where_they_were_then() {
        assertThat(recorded("clerk-3", "billing", "2025-12-31T23:59:00Z", "/customers/contact", "billing.invoice", null).ruling()).isEqualTo(Ruling.GRANTED);
        assertThat(recorded("clerk-3", "billing", "2026-01-01T00:00:00Z", "/customers/contact", "billing.invoice", null).ruling()).isEqualTo(Ruling.NO_GRANT);
        assertThat(recorded("clerk-3", "support", "2026-01-01T00:00:00Z", "/customers/contact", "support.case", null).ruling()).isEqualTo(Ruling.GRANTED);
    }

    @Test
    void staff_the_directory_does_not_know_are_outside_policy() {
        assertThat(recorded("stranger-1", "support", MARCH, "/customers/contact", "support.case", null))
                .satisfies(entry -> assertThat(entry.ruling()).isEqualTo(Ruling.UNKNOWN_STAFF))
                .satisfies(entry -> assertThat(entry.staff()).isNull());
    }

    @Test
    void breaking_the_glass_needs_a_reason() {
        assertThat(recorded("agent-18", "support", MARCH, "/customers/mail", "service.incident", "the mail server is down").ruling()).isEqualTo(Ruling.BREAK_GLASS);
        assertThat(recorded("agent-18", "support", MARCH, "/customers/mail", "service.incident", null).ruling()).isEqualTo(Ruling.UNJUSTIFIED);
    }

    @Test
    void the_entry_says_which_table_and_directory_it_was_judged_with() {
        var newest = inTransaction(() -> house.bean(NewestPolicy.class).now());
        assertThat(recorded("agent-17", "support", MARCH, "/customers/contact", "support.case", null).policyVersion())
                .isEqualTo(newest.policy().inForce(OffsetDateTime.parse(MARCH).toInstant()).table().name() + "." + newest.policy().directoryRevision());
    }

    @Test
    void a_policy_published_by_another_process_counts_from_the_next_unit_of_work() {
        // Another process is another object that knows only the database.
        var elsewhere = new NewestPolicy(house.database(), house.bean(org.axonframework.eventsourcing.eventstore.EventStore.class), house.bean(StaffNames.class));
        var before = inTransaction(elsewhere::now);
        assertThat(before.policy().directoryRevision()).isPositive();
        var staff = before.policy().assignments();
        var names = house.bean(StaffNames.class).ids(staff.stream().map(each -> each.staff()).toList());
        var more = new java.util.ArrayList<>(staff.stream().map(each -> new org.innsyn.audit.policy.csv.NamedAssignment(
                names.get(each.staff()), each.unit(), each.role(), each.groups(), each.from(), each.to())).toList());
        var newcomer = "agent-" + UUID.randomUUID();
        more.add(new org.innsyn.audit.policy.csv.NamedAssignment(newcomer, "support", "agent", List.of(), java.time.Instant.EPOCH, null));
        house.bean(Publisher.class).publishDirectory(more, null);

        assertThat(inTransaction(elsewhere::now).policy().directoryRevision()).isEqualTo(before.policy().directoryRevision() + 1);
        assertThat(recorded(newcomer, "support", MARCH, "/customers/contact", "support.case", null).ruling()).isEqualTo(Ruling.GRANTED);
    }

    @Test
    void an_id_of_staff_stands_nowhere_in_clear() {
        recorded("agent-17", "support", MARCH, "/customers/contact", "support.case", null);
        assertThat(house.database().queryForObject("select count(*) from domain_event where convert_from(payload, 'UTF8') like '%agent-17%'", Long.class)).isZero();
        assertThat(house.database().queryForObject("select count(*) from domain_event where payload_type = 'policy.DirectoryChanged'", Long.class)).isPositive();
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return new TransactionTemplate(house.bean(PlatformTransactionManager.class)).execute(status -> work.get());
    }

    private AccessRecorded recorded(String actor, String unit, String time, String object, String purpose, @Nullable String justification) {
        var account = newAccount();
        var data = new AccessData(List.of(Person.of(Identifier.account(account))), new Actor(actor, ActorKind.STAFF, unit, null), Operation.READ, object,
                List.of("contact-details"), purpose, "contract", justification, null, null, null, null, null, null, null);
        assertThat(house.report(AccessEvent.of(AuditHouse.SOURCE, UUID.randomUUID().toString(), OffsetDateTime.parse(time), data)).results())
                .allSatisfy(result -> assertThat(result.status()).isEqualTo(org.innsyn.schemas.access.ReportResult.Status.RECORDED));
        var ledger = house.bean(org.innsyn.audit.identity.Identities.class).ofAccount(account).orElseThrow();
        var events = house.bean(org.axonframework.eventsourcing.eventstore.EventStore.class).readEvents(ledger.toString()).asStream()
                .filter(event -> event.getPayload() instanceof AccessRecorded).toList();
        return (AccessRecorded) events.getLast().getPayload();
    }
}
