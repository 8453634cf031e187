package org.innsyn.schemas.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which findings. An absent or empty list means no filter.
 *
 * @param states how far
 * @param kinds about what
 * @param mine true for those assigned to the caller only
 * @param cursor {@link FindingPage#next()} of the page before; absent for the first
 * @param size findings a page, 1 to {@value #MAX_SIZE}; absent means {@value #DEFAULT_SIZE}
 */
public record FindingQuery(
        @Nullable List<FindingState> states, @Nullable List<FindingKind> kinds, @Nullable Boolean mine, @Nullable String cursor, @Nullable Integer size) {

    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 200;

    /** Those nobody has concluded yet. */
    public static FindingQuery open() {
        return new FindingQuery(List.of(FindingState.OPEN), null, null, null, null);
    }

    public FindingQuery withKinds(@Nullable List<FindingKind> kinds) {
        return new FindingQuery(states, kinds, mine, cursor, size);
    }

    public FindingQuery withStates(@Nullable List<FindingState> states) {
        return new FindingQuery(states, kinds, mine, cursor, size);
    }

    public FindingQuery withMine(@Nullable Boolean mine) {
        return new FindingQuery(states, kinds, mine, cursor, size);
    }

    /** The page after {@code cursor}, of {@code size} findings. */
    public FindingQuery withPage(@Nullable String cursor, @Nullable Integer size) {
        return new FindingQuery(states, kinds, mine, cursor, size);
    }
}
