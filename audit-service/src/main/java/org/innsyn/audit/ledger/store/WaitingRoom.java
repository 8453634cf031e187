package org.innsyn.audit.ledger.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Keeps count of what waits to be recorded, and lets in no more than memory has room for. Whatever comes into an empty room is let in, so
 * that nothing is too large for ever.
 */
public final class WaitingRoom {

    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final long mostEntries;
    private final long mostBytes;
    private final Clock clock;
    private final Set<Place> places = new LinkedHashSet<>();
    private long entries;
    private long bytes;

    /**
     * @param mostEntries ledger entries that may wait or be in the making
     * @param mostBytes bytes of reports, as received, that may be in memory for them
     */
    public WaitingRoom(long mostEntries, long mostBytes, Clock clock) {
        this.mostEntries = mostEntries;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /**
     * Takes room, to be given back by closing.
     *
     * @throws Overloaded when there is not enough
     */
    public synchronized Place enter(long moreEntries, long moreBytes) {
        if (entries > 0 && moreEntries > 0 && entries + moreEntries > mostEntries || bytes > 0 && moreBytes > 0 && bytes + moreBytes > mostBytes) {
            throw new Overloaded(retryAfter());
        }
        var place = new Place(moreEntries, moreBytes, clock.instant());
        places.add(place);
        entries += moreEntries;
        bytes += moreBytes;
        return place;
    }

    /** Ledger entries that wait or are in the making. */
    public synchronized long entries() {
        return entries;
    }

    /** As long as the oldest has been here: short while work goes on, longer while it stands still. */
    private Duration retryAfter() {
        var waited = places.isEmpty() ? Duration.ZERO : Duration.between(places.iterator().next().since, clock.instant());
        var seconds = Duration.ofSeconds(Math.max(1, waited.toSeconds()));
        return seconds.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : seconds;
    }

    private synchronized void leave(Place place) {
        if (places.remove(place)) {
            entries -= place.entries;
            bytes -= place.bytes;
        }
    }

    /** Room that is taken; closing it twice gives it back once. */
    public final class Place implements AutoCloseable {

        private final long entries;
        private final long bytes;
        private final Instant since;

        private Place(long entries, long bytes, Instant since) {
            this.entries = entries;
            this.bytes = bytes;
            this.since = since;
        }

        @Override
        public void close() {
            leave(this);
        }
    }
}
