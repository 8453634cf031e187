package org.innsyn.audit.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.platform.eventstore.StoredAs;
import org.innsyn.schemas.oversight.Conclusion;
import org.jspecify.annotations.Nullable;

/** What can happen to a finding. People and staff stand here by random references only. */
public sealed interface FindingEvent {

    FindingId finding();

    /**
     * Something was noticed.
     *
     * @param unit the actor's unit, where there is one
     */
    @StoredAs(name = "oversight.FindingRaised")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingRaised(FindingId finding, FindingSubject about, @Nullable String unit, Instant raisedAt) implements FindingEvent {}

    /**
     * Entries were found that belong to it.
     *
     * @param entries those that are new
     * @param figures what was measured, newest values
     */
    @StoredAs(name = "oversight.OccurrencesFound")
    record OccurrencesFound(FindingId finding, List<Occurrence> entries, Map<String, Long> figures, Instant foundAt) implements FindingEvent {}

    /**
     * A source has not reported what it must have counted.
     *
     * @param missing what is new of it
     * @param figures what is missing in all, newest values
     */
    @StoredAs(name = "oversight.MissingNoticed")
    record MissingNoticed(FindingId finding, List<Missing> missing, Map<String, Long> figures, Instant foundAt) implements FindingEvent {}

    /**
     * Some of what was missing came after all.
     *
     * @param arrived what came
     * @param figures what is missing in all, newest values
     */
    @StoredAs(name = "oversight.MissingArrived")
    record MissingArrived(FindingId finding, List<Missing> arrived, Map<String, Long> figures, Instant arrivedAt) implements FindingEvent {}

    /** Somebody works it. */
    @StoredAs(name = "oversight.FindingAssigned")
    record FindingAssigned(FindingId finding, UUID to, Instant assignedAt) implements FindingEvent {}

    /**
     * Somebody concluded it.
     *
     * @param reason a code
     * @param note names the sealed note in the vault
     */
    @StoredAs(name = "oversight.FindingConcluded")
    record FindingConcluded(FindingId finding, Conclusion conclusion, String reason, UUID note, UUID by, Instant concludedAt) implements FindingEvent {}

    /**
     * It is to be looked at again.
     *
     * @param by who opened it; null when it opened itself because more was found
     */
    @StoredAs(name = "oversight.FindingReopened")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingReopened(FindingId finding, @Nullable UUID by, Instant reopenedAt) implements FindingEvent {}
}
