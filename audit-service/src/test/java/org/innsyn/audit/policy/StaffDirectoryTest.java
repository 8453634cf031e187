package org.innsyn.audit.policy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.innsyn.audit.policy.PolicyCommand.ReplaceDirectory;
import org.innsyn.audit.policy.PolicyEvent.DirectoryChanged;
import org.junit.jupiter.api.Test;

class StaffDirectoryTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID OPERATOR = new UUID(2, 1);
    private static final Assignment FIRST = assignment(1, "support", null);
    private static final Assignment SECOND = assignment(2, "billing", null);
    private static final Assignment SECOND_LEFT = assignment(2, "billing", NOW);

    private final FixtureConfiguration<StaffDirectory> directories = new AggregateTestFixture<>(StaffDirectory.class);

    @Test
    void the_first_import_enters_everybody() {
        directories.givenNoPriorActivity().when(replace(SECOND, FIRST)).expectEvents(changed(1, List.of(FIRST, SECOND), List.of()));
    }

    @Test
    void a_later_import_says_only_what_changed() {
        directories.given(changed(1, List.of(FIRST, SECOND), List.of()))
                .when(replace(FIRST, SECOND_LEFT))
                .expectEvents(changed(2, List.of(SECOND_LEFT), List.of(SECOND)));
    }

    @Test
    void an_import_that_changes_nothing_is_refused() {
        directories.given(changed(1, List.of(FIRST, SECOND), List.of()), changed(2, List.of(SECOND_LEFT), List.of(SECOND)))
                .when(replace(SECOND_LEFT, FIRST)).expectException(PolicyRefused.class).expectNoEvents();
    }

    private static ReplaceDirectory replace(Assignment... assignments) {
        return new ReplaceDirectory(List.of(assignments), OPERATOR, NOW);
    }

    private static DirectoryChanged changed(int revision, List<Assignment> entered, List<Assignment> withdrawn) {
        return new DirectoryChanged(StaffDirectory.ID, revision, entered, withdrawn, OPERATOR, NOW);
    }

    private static Assignment assignment(int staff, String unit, Instant to) {
        return new Assignment(new UUID(1, staff), unit, "agent", List.of(), Instant.EPOCH, to);
    }
}
