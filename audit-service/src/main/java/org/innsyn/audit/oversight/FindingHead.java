package org.innsyn.audit.oversight;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.innsyn.schemas.oversight.Conclusion;
import org.innsyn.schemas.oversight.FindingState;
import org.jspecify.annotations.Nullable;

/**
 * A finding's whole state.
 *
 * @param sequence sequence number of its newest event
 * @param about what is folded into it
 * @param unit the actor's unit
 * @param raisedAt when it was first noticed
 * @param firstAt when the first of its accesses happened
 * @param lastAt when the last of its accesses happened
 * @param occurrences how many entries it folds
 * @param figures what was measured
 * @param state how far it is
 * @param assignee random reference to whoever works it
 * @param end how it was concluded
 */
public record FindingHead(
        FindingId id,
        long sequence,
        FindingSubject about,
        @Nullable String unit,
        Instant raisedAt,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        long occurrences,
        Map<String, Long> figures,
        FindingState state,
        @Nullable UUID assignee,
        @Nullable End end) {

    /** A conclusion. */
    public record End(Conclusion conclusion, String reason, UUID note, UUID by, Instant at) {}

    FindingHead with(@Nullable Instant firstAt, @Nullable Instant lastAt, long occurrences, Map<String, Long> figures) {
        return new FindingHead(id, sequence, about, unit, raisedAt, firstAt, lastAt, occurrences, figures, state, assignee, end);
    }

    FindingHead assignedTo(UUID assignee) {
        return new FindingHead(id, sequence, about, unit, raisedAt, firstAt, lastAt, occurrences, figures, state, assignee, end);
    }

    FindingHead concluded(End end) {
        return new FindingHead(id, sequence, about, unit, raisedAt, firstAt, lastAt, occurrences, figures, FindingState.CONCLUDED, assignee, end);
    }

    FindingHead opened() {
        return new FindingHead(id, sequence, about, unit, raisedAt, firstAt, lastAt, occurrences, figures, FindingState.OPEN, assignee, null);
    }

    FindingHead at(long sequence) {
        return new FindingHead(id, sequence, about, unit, raisedAt, firstAt, lastAt, occurrences, figures, state, assignee, end);
    }
}
