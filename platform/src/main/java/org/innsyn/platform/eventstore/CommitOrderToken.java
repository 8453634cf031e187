package org.innsyn.platform.eventstore;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;

/**
 * A place in the order (transaction, index). Only events of transactions older than every running one are read, so nothing can appear
 * before a place once it was passed, however long a transaction stayed open, and no gaps need remembering.
 *
 * @param transaction PostgreSQL's 64-bit transaction id ({@code xid8}) that wrote the event
 * @param index the event's global index within the store
 */
public record CommitOrderToken(@JsonProperty("transaction") long transaction, @JsonProperty("index") long index)
        implements TrackingToken, Comparable<CommitOrderToken> {

    private static final Comparator<CommitOrderToken> ORDER =
            Comparator.comparingLong(CommitOrderToken::transaction).thenComparingLong(CommitOrderToken::index);

    /** Before the first event. */
    public static final CommitOrderToken START = new CommitOrderToken(0, 0);

    @JsonCreator
    public CommitOrderToken {}

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
        return compareTo((CommitOrderToken) other) <= 0 ? this : other;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
        return compareTo((CommitOrderToken) other) >= 0 ? this : other;
    }

    @Override
    public boolean covers(TrackingToken other) {
        return other == null || compareTo((CommitOrderToken) other) >= 0;
    }

    @Override
    public OptionalLong position() {
        return OptionalLong.of(index);
    }

    @Override
    public int compareTo(CommitOrderToken other) {
        return ORDER.compare(this, other);
    }
}
