package org.innsyn.audit.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.innsyn.schemas.oversight.Conclusion;
import org.jspecify.annotations.Nullable;

/** What can be asked of a finding. */
public sealed interface FindingCommand {

    FindingId finding();

    /** Raises it where it is not, and adds entries that are new. */
    record AddOccurrences(
            @TargetAggregateIdentifier FindingId finding, FindingSubject about, @Nullable String unit, List<Occurrence> entries, Map<String, Long> figures, Instant at)
            implements FindingCommand {}

    /**
     * Raises it where it is not, and adds what a source has not reported.
     *
     * @param figures what is missing in all
     */
    record AddMissing(@TargetAggregateIdentifier FindingId finding, FindingSubject about, List<Missing> missing, Map<String, Long> figures, Instant at)
            implements FindingCommand {}

    /** Says of what was missing that it came after all. It stays for somebody to conclude. */
    record NoteArrival(@TargetAggregateIdentifier FindingId finding, List<Missing> arrived, Map<String, Long> figures, Instant at) implements FindingCommand {}

    /** @param version the version it was decided on */
    record AssignFinding(@TargetAggregateIdentifier FindingId finding, long version, UUID to, Instant at) implements FindingCommand {}

    /** @param version the version it was decided on */
    record ConcludeFinding(
            @TargetAggregateIdentifier FindingId finding, long version, Conclusion conclusion, String reason, UUID note, UUID by, Instant at)
            implements FindingCommand {}

    /** @param version the version it was decided on */
    record ReopenFinding(@TargetAggregateIdentifier FindingId finding, long version, UUID by, Instant at) implements FindingCommand {}
}
