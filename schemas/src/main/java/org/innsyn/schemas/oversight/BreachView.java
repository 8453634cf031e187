package org.innsyn.schemas.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A personal data breach on record.
 *
 * @param id names it; one that a finding opened has an id made from the finding's
 * @param version counts its changes; to be sent back with what is done to it
 * @param finding the finding that opened it; null where somebody did
 * @param awareAt when the company became aware of it
 * @param notifyBy until when the supervisory authority is to be notified: 72 hours after that, never moved (GDPR Art. 33(1))
 * @param opening what was said when it was opened; null where a finding opened it, and in lists
 * @param facts what is known of it; null until it is said
 * @param authority whether the supervisory authority was notified; null until it is decided
 * @param persons whether the people concerned were told; null until it is decided
 * @param closedAt when it was closed; null while it is open
 * @param history what happened to the record, oldest first; empty in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BreachView(
        UUID id,
        long version,
        @Nullable UUID finding,
        Instant awareAt,
        Instant notifyBy,
        @Nullable String opening,
        @Nullable Facts facts,
        @Nullable Decision authority,
        @Nullable Decision persons,
        @Nullable Instant closedAt,
        List<Line> history) {

    /** As {@link BreachesApi.State}; texts are null in lists and once their key is destroyed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Facts(
            @Nullable Instant happenedAt,
            List<BreachKind> kinds,
            List<String> categories,
            long people,
            long records,
            @Nullable String what,
            @Nullable String consequences,
            @Nullable String measures) {}

    /**
     * @param told whether they were told
     * @param toldAt when
     * @param late whether that was after the time the law gives
     * @param reason why not, or why late
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decision(boolean told, @Nullable Instant toldAt, boolean late, @Nullable String reason) {}

    /**
     * @param at when
     * @param event what happened ("BreachOpened")
     * @param role who did it: dpo or controller
     * @param note what was said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(Instant at, String event, String role, @Nullable String note) {}

    /** Never what was said. */
    @Override
    public String toString() {
        return "BreachView[" + id + "]";
    }
}
