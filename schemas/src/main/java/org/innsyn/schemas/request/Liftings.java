package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said about restrictions that end. */
public final class Liftings {

    private Liftings() {}

    /** Where an item is. */
    public enum LiftingState {
        /** The person is told first, or a system is at it. */
        @JsonProperty("waiting") WAITING,
        /** A person lifts it and says so. */
        @JsonProperty("by-hand") BY_HAND,
        /** It is not restricted any more. */
        @JsonProperty("lifted") LIFTED,
        /** It still is: {@link LiftedItem#problem()} says why. */
        @JsonProperty("failed") FAILED
    }

    /**
     * A restriction that ends.
     *
     * @param reason why, as the person reads it; null once the request's data is erased
     * @param announcedAt when it was decided
     * @param toldAt when the person was told: nothing is lifted before; null until then
     * @param items what was restricted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Lifting(@Nullable String reason, Instant announcedAt, @Nullable Instant toldAt, List<LiftedItem> items) {}

    /**
     * One item.
     *
     * @param item {@link RequestItem#key()}
     * @param problem why it failed
     * @param statement what the person who lifted it said they did
     * @param endedAt since when it is not restricted, or that it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LiftedItem(String item, LiftingState state, @Nullable String problem, @Nullable String statement, @Nullable Instant endedAt) {}

    /**
     * @param version {@link RequestView#version()}
     * @param reason why the restriction ends, 10 to 4,000 characters; the person reads it
     */
    public record Lift(long version, String reason) {}

    /** @param toldAt when the person was told, and not in the future */
    public record Told(Instant toldAt) {}

    /**
     * @param item which item
     * @param statement what was done, 10 to 4,000 characters
     */
    public record LiftedByHand(String item, String statement) {}
}
