package org.innsyn.audit.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.innsyn.audit.policy.PolicyCommand.PublishTable;
import org.innsyn.audit.policy.PolicyEvent.TablePublished;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessControlTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID CONTROLLER = new UUID(2, 1);
    private static final List<Grant> WIDE = List.of(grant("/customers"));
    private static final List<Grant> NARROW = List.of(grant("/customers/contact"));

    private final FixtureConfiguration<AccessControl> tables = new AggregateTestFixture<>(AccessControl.class);

    @Test
    void the_first_version_may_begin_in_the_past() {
        tables.givenNoPriorActivity().when(publish(WIDE, Instant.EPOCH)).expectEvents(published(1, WIDE, Instant.EPOCH));
    }

    @Test
    void a_version_without_a_beginning_begins_now() {
        tables.given(published(1, WIDE, Instant.EPOCH)).when(publish(NARROW, null)).expectEvents(published(2, NARROW, NOW));
    }

    @Test
    void what_was_judged_stays_judged() {
        tables.given(published(1, WIDE, Instant.EPOCH)).when(publish(NARROW, NOW.minusNanos(1_000)))
                .expectException(PolicyRefused.class).expectNoEvents();
    }

    @Test
    void a_version_cannot_begin_before_the_one_it_follows() {
        var tomorrow = NOW.plus(Duration.ofDays(1));
        tables.given(published(1, WIDE, Instant.EPOCH), published(2, NARROW, tomorrow)).when(publish(WIDE, tomorrow))
                .expectException(PolicyRefused.class).expectNoEvents();
    }

    @Test
    void the_same_table_is_not_published_twice() {
        tables.given(published(1, WIDE, Instant.EPOCH)).when(publish(WIDE, null)).expectException(PolicyRefused.class).expectNoEvents();
    }

    private static PublishTable publish(List<Grant> grants, @Nullable Instant validFrom) {
        return new PublishTable(grants, validFrom, CONTROLLER, NOW);
    }

    private static TablePublished published(int number, List<Grant> grants, Instant validFrom) {
        return new TablePublished(AccessControl.ID, number, new AccessControlTable(grants).name(), validFrom, grants, CONTROLLER, NOW);
    }

    private static Grant grant(String object) {
        return new Grant(object, Persons.of("unit:support"), "*", "case-work", List.of("read"), List.of("support.case"), false);
    }
}
