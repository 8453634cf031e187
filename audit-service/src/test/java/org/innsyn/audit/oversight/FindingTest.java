package org.innsyn.audit.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.innsyn.audit.oversight.FindingCommand.AddMissing;
import org.innsyn.audit.oversight.FindingCommand.AddOccurrences;
import org.innsyn.audit.oversight.FindingCommand.AssignFinding;
import org.innsyn.audit.oversight.FindingCommand.ConcludeFinding;
import org.innsyn.audit.oversight.FindingCommand.NoteArrival;
import org.innsyn.audit.oversight.FindingCommand.ReopenFinding;
import org.innsyn.audit.oversight.FindingEvent.FindingAssigned;
import org.innsyn.audit.oversight.FindingEvent.FindingConcluded;
import org.innsyn.audit.oversight.FindingEvent.FindingRaised;
import org.innsyn.audit.oversight.FindingEvent.FindingReopened;
import org.innsyn.audit.oversight.FindingEvent.MissingArrived;
import org.innsyn.audit.oversight.FindingEvent.MissingNoticed;
import org.innsyn.audit.oversight.FindingEvent.OccurrencesFound;
import org.innsyn.schemas.oversight.Conclusion;
import org.innsyn.schemas.oversight.FindingKind;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID OFFICER = new UUID(2, 1);
    private static final UUID NOTE = new UUID(2, 2);
    private static final FindingSubject ABOUT = new FindingSubject(FindingKind.OUTSIDE_POLICY, "2026-03-02", null, new UUID(1, 1), "/customers", "support.lookup");
    private static final FindingId ID = ABOUT.id();
    private static final List<Occurrence> ENTRIES = List.of(new Occurrence(new UUID(3, 1), new UUID(4, 1), NOW));

    private final FixtureConfiguration<Finding> findings = new AggregateTestFixture<>(Finding.class);

    @Test
    void the_same_facts_are_the_same_finding() {
        assertThat(new FindingSubject(FindingKind.OUTSIDE_POLICY, "2026-03-02", null, new UUID(1, 1), "/customers", "support.lookup").id()).isEqualTo(ID);
        assertThat(new FindingSubject(FindingKind.OUTSIDE_POLICY, "2026-03-03", null, new UUID(1, 1), "/customers", "support.lookup").id()).isNotEqualTo(ID);
        assertThat(ID.value().version()).isEqualTo(8);
        assertThat(ID.value().variant()).isEqualTo(2);
    }

    @Test
    void a_finding_is_raised_with_its_first_entries_and_grows() {
        findings.givenNoPriorActivity().when(add()).expectEvents(raised(), found());
        findings.given(raised(), found()).when(add()).expectEvents(found());
    }

    @Test
    void what_is_found_after_its_conclusion_opens_it_again() {
        findings.given(raised(), found(), concluded()).when(add()).expectEvents(new FindingReopened(ID, null, NOW), found());
    }

    @Test
    void it_is_assigned_and_concluded_on_the_version_that_was_looked_at() {
        findings.given(raised(), found()).when(new AssignFinding(ID, 1, OFFICER, NOW)).expectEvents(new FindingAssigned(ID, OFFICER, NOW));
        findings.given(raised(), found()).when(conclude(1)).expectEvents(concluded());
        findings.given(raised(), found()).when(conclude(0)).expectException(FindingRefused.class).expectNoEvents();
        findings.given(raised(), found()).when(new AssignFinding(ID, 0, OFFICER, NOW)).expectException(FindingRefused.class).expectNoEvents();
    }

    @Test
    void a_concluded_finding_must_be_opened_before_it_is_concluded_otherwise() {
        findings.given(raised(), found(), concluded()).when(conclude(2)).expectException(FindingRefused.class).expectNoEvents();
        findings.given(raised(), found(), concluded()).when(new ReopenFinding(ID, 2, OFFICER, NOW)).expectEvents(new FindingReopened(ID, OFFICER, NOW));
        findings.given(raised(), found()).when(new ReopenFinding(ID, 1, OFFICER, NOW)).expectException(FindingRefused.class).expectNoEvents();
    }

    @Test
    void what_is_missing_raises_it_and_what_comes_after_all_neither_opens_nor_concludes_it() {
        var about = new FindingSubject(FindingKind.SEQUENCE_GAP, "2026-03-02", "urn:test:desk", null, null, null);
        var missing = List.of(new Missing(null, 4, 6, NOW));
        var figures = Map.of("missing", 3L);
        var raised = new FindingRaised(about.id(), about, null, NOW);
        var noticed = new MissingNoticed(about.id(), missing, figures, NOW);
        var concluded = new FindingConcluded(about.id(), Conclusion.LEGITIMATE, "mistake", NOTE, OFFICER, NOW);
        var add = new AddMissing(about.id(), about, missing, figures, NOW);
        var arrived = new MissingArrived(about.id(), missing, Map.of("arrived", 3L), NOW);
        var arrival = new NoteArrival(about.id(), missing, Map.of("arrived", 3L), NOW);
        findings.givenNoPriorActivity().when(add).expectEvents(raised, noticed);
        findings.given(raised, noticed).when(arrival).expectEvents(arrived);
        findings.given(raised, noticed, concluded).when(arrival).expectEvents(arrived);
        findings.given(raised, noticed, concluded, arrived).when(new ConcludeFinding(about.id(), 3, Conclusion.BREACH, "mistake", NOTE, OFFICER, NOW)).expectException(FindingRefused.class);
        findings.given(raised, noticed, concluded).when(add).expectEvents(new FindingReopened(about.id(), null, NOW), noticed);
    }

    private static AddOccurrences add() {
        return new AddOccurrences(ID, ABOUT, "support", ENTRIES, Map.of(), NOW);
    }

    private static ConcludeFinding conclude(long version) {
        return new ConcludeFinding(ID, version, Conclusion.VIOLATION, "agreed-with-unit", NOTE, OFFICER, NOW);
    }

    private static FindingRaised raised() {
        return new FindingRaised(ID, ABOUT, "support", NOW);
    }

    private static OccurrencesFound found() {
        return new OccurrencesFound(ID, ENTRIES, Map.of(), NOW);
    }

    private static FindingConcluded concluded() {
        return new FindingConcluded(ID, Conclusion.VIOLATION, "agreed-with-unit", NOTE, OFFICER, NOW);
    }
}
