package org.innsyn.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.innsyn.audit.ledger.LedgerCommand.Facts;
import org.innsyn.audit.ledger.LedgerCommand.OpenLedger;
import org.innsyn.audit.ledger.LedgerCommand.RecordAccess;
import org.innsyn.audit.ledger.LedgerCommand.RestrictLedger;
import org.innsyn.audit.ledger.LedgerCommand.ShredLedger;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.ledger.LedgerEvent.LedgerOpened;
import org.innsyn.audit.ledger.LedgerEvent.LedgerRestricted;
import org.innsyn.audit.ledger.LedgerEvent.LedgerShredded;
import org.innsyn.audit.policy.Ruling;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.Verdict;
import org.junit.jupiter.api.Test;

class AccessLedgerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T13:05:00Z");
    private static final long SLOT = 17;
    private static final UUID REQUEST = UUID.fromString("00000000-0000-4000-8000-0000000000aa");

    private final FixtureConfiguration<AccessLedger> ledgers = new AggregateTestFixture<>(AccessLedger.class);
    private final LedgerId id = new LedgerId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
    private final LedgerOpened opened = new LedgerOpened(id, LedgerKind.PERSON, SLOT, NOW);

    @Test
    void a_ledger_opens_empty() {
        ledgers.givenNoPriorActivity().when(new OpenLedger(id, LedgerKind.PERSON, SLOT, NOW)).expectEvents(opened);
    }

    @Test
    void the_first_entry_has_number_one_and_links_to_zeros() {
        var access = access(1);
        var leaf = access.commitment().leaf(id, SLOT, 1, new byte[32]);
        ledgers.given(opened).when(access).expectEvents(recorded(access, 1, new byte[32], leaf, false));
    }

    @Test
    void each_entry_has_the_next_number_and_links_to_the_one_before() {
        var first = access(1);
        var firstLeaf = first.commitment().leaf(id, SLOT, 1, new byte[32]);
        var second = access(2);
        ledgers.given(opened, recorded(first, 1, new byte[32], firstLeaf, false))
                .when(second)
                .expectEvents(recorded(second, 2, firstLeaf, second.commitment().leaf(id, SLOT, 2, firstLeaf), false));
    }

    @Test
    void a_head_stands_for_all_the_events_before_it() {
        var link = new byte[32];
        link[0] = 7;
        var access = access(1);
        ledgers.given(new LedgerHead(id, LedgerKind.PERSON, LedgerState.OPEN, SLOT, 41, 40, 0, link))
                .when(access)
                .expectEvents(recorded(access, 41, link, access.commitment().leaf(id, SLOT, 41, link), false));
    }

    @Test
    void an_access_under_restriction_is_recorded_and_says_so() {
        var access = access(1);
        ledgers.given(opened, new LedgerRestricted(id, REQUEST, NOW))
                .when(access)
                .expectEvents(recorded(access, 1, new byte[32], access.commitment().leaf(id, SLOT, 1, new byte[32]), true));
    }

    @Test
    void restricting_twice_changes_nothing_more() {
        ledgers.given(opened).when(new RestrictLedger(id, REQUEST, NOW)).expectEvents(new LedgerRestricted(id, REQUEST, NOW));
        ledgers.given(opened, new LedgerRestricted(id, REQUEST, NOW)).when(new RestrictLedger(id, REQUEST, NOW)).expectNoEvents();
    }

    @Test
    void shredding_says_how_many_entries_there_were_and_happens_once() {
        ledgers.given(opened, recorded(access(1), 1, new byte[32], new byte[32], false))
                .when(new ShredLedger(id, REQUEST, NOW))
                .expectEvents(new LedgerShredded(id, REQUEST, 1, NOW));
        ledgers.given(new LedgerShredded(id, REQUEST, 1, NOW)).when(new ShredLedger(id, REQUEST, NOW)).expectNoEvents();
    }

    @Test
    void nothing_is_recorded_in_a_shredded_ledger() {
        ledgers.given(opened, new LedgerShredded(id, REQUEST, 0, NOW)).when(access(1)).expectException(LedgerIsShredded.class).expectNoEvents();
    }

    @Test
    void the_commitment_covers_every_field_and_the_place() {
        var access = access(1);
        var leaf = access.commitment().leaf(id, SLOT, 1, new byte[32]);
        assertThat(access(1).commitment().leaf(id, SLOT, 1, new byte[32])).isEqualTo(leaf);
        assertThat(access.commitment().leaf(id, SLOT, 2, new byte[32])).isNotEqualTo(leaf);
        assertThat(access.commitment().leaf(id, SLOT + 1, 1, new byte[32])).as("the first entry fixes the slot").isNotEqualTo(leaf);
        assertThat(access.commitment().leaf(id, SLOT + 1, 2, new byte[32])).as("the others need not").isEqualTo(access.commitment().leaf(id, SLOT, 2, new byte[32]));
        var otherLink = new byte[32];
        otherLink[31] = 1;
        assertThat(access.commitment().leaf(id, SLOT, 1, otherLink)).isNotEqualTo(leaf);
        for (var field : access.commitment().fields().keySet()) {
            var changed = new TreeMap<>(access.commitment().fields());
            changed.put(field, "changed".getBytes(StandardCharsets.UTF_8));
            assertThat(new EntryCommitment(access.commitment().secret(), changed).leaf(id, SLOT, 1, new byte[32])).as(field).isNotEqualTo(leaf);
        }
    }

    private RecordAccess access(int which) {
        var fields = new TreeMap<String, byte[]>();
        fields.put("purpose", ("support.case" + which).getBytes(StandardCharsets.UTF_8));
        fields.put("justification", new byte[0]);
        var facts = new Facts(new UUID(0, which), NOW, NOW, "urn:test:desk", null, ActorKind.STAFF, "support", "agent", Operation.READ,
                "/customers/contact", List.of("contact-details"), "support.case", "contract", Verdict.WITHIN_POLICY, "abc", null,
                Ruling.GRANTED, null, List.of());
        return new RecordAccess(id, facts, new UUID(1, 1), new EntryCommitment(new byte[32], fields));
    }

    private AccessRecorded recorded(RecordAccess access, long number, byte[] previous, byte[] leaf, boolean restricted) {
        var facts = access.facts();
        return new AccessRecorded(id, number, facts.entry(), previous, leaf, facts.occurredAt(), facts.recordedAt(), facts.source(), facts.sequence(),
                access.actor(), facts.actorKind(), facts.unit(), facts.role(), facts.operation(), facts.object(), facts.categories(),
                facts.purpose(), facts.legalBasis(), facts.verdict(), facts.policyVersion(), restricted, facts.held(),
                facts.ruling(), facts.staff(), facts.remarks());
    }
}
