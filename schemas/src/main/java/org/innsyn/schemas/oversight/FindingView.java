package org.innsyn.schemas.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding as who works it sees it.
 *
 * @param id names it; the same facts give the same id
 * @param version counts its changes; to be sent back with what is done to it
 * @param kind what it is about
 * @param state how far it is
 * @param raisedAt when it was first noticed
 * @param firstAt when the first of its accesses happened, or the first of what is missing was noticed
 * @param lastAt when the last of its accesses happened, or the last of what is missing was noticed
 * @param occurrences how many entries it folds, or ranges of what is missing
 * @param source the reporting application, where it is about one
 * @param actor the id the actor goes by; null once that is erased, and where it is about no actor
 * @param unit the actor's unit then
 * @param object what was accessed
 * @param purpose why, as reported
 * @param figures what it was measured by ("people", "usual", "threshold", "seconds-ahead", "first", "last", "missing", "reads", "arrived")
 * @param assignee opaque id of whoever works it; null while nobody does
 * @param mine whether that is the caller
 * @param conclusion what it was found to be
 * @param reason a code for why
 * @param note in the concluder's own words
 * @param concludedAt when
 * @param unreported what did not come, what is still missing first, at most {@value #MAX_UNREPORTED}; null where it is about something else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingView(
        UUID id,
        long version,
        FindingKind kind,
        FindingState state,
        Instant raisedAt,
        Instant firstAt,
        Instant lastAt,
        long occurrences,
        @Nullable String source,
        @Nullable String actor,
        @Nullable String unit,
        @Nullable String object,
        @Nullable String purpose,
        Map<String, Long> figures,
        @Nullable String assignee,
        boolean mine,
        @Nullable Conclusion conclusion,
        @Nullable String reason,
        @Nullable String note,
        @Nullable Instant concludedAt,
        @Nullable List<Unreported> unreported) {

    /** The most ranges one finding shows; its figures count them all. */
    public static final int MAX_UNREPORTED = 50;

    /** Never who it is about, nor the note. */
    @Override
    public String toString() {
        return "FindingView[" + id + ", " + kind + ", " + state + "]";
    }
}
