package org.innsyn.audit.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Recorded entries with their places in the log, in that order. Events come in commit order, which is the order the sequencer gave them
 * their places in: one pass, a page at a time, whatever the size of the log.
 */
final class EntryStream {

    private static final int PAGE = 1_000;
    private static final Duration MARGIN = Duration.ofMinutes(10);

    /** An entry at its place. */
    record Placed(long index, AccessRecorded event) {}

    private final EventStorageEngine events;
    private final JdbcTemplate jdbc;
    private final Deque<Placed> page = new ArrayDeque<>();
    private @Nullable TrackingToken after;
    private final long first;
    private long last = -1;
    private boolean ended;

    private EntryStream(long first, EventStorageEngine events, JdbcTemplate jdbc, @Nullable TrackingToken after) {
        this.first = first;
        this.events = events;
        this.jdbc = jdbc;
        this.after = after;
    }

    /**
     * Begins so early that no entry at {@code first} or later is missed.
     *
     * @param recorded entries before {@code first} were recorded before then, some minutes more or less
     */
    static EntryStream from(long first, Instant recorded, EventStorageEngine events, JdbcTemplate jdbc) {
        var stream = new EntryStream(first, events, jdbc, events.createTokenAt(recorded.minus(MARGIN)));
        if (first > 0 && stream.peek() != null && stream.peek().index() < first) {
            return stream;
        }
        return new EntryStream(first, events, jdbc, null);
    }

    /** The next entry, which stays the next; null at the end. */
    @Nullable Placed peek() {
        while (page.isEmpty() && !ended) {
            read();
        }
        return page.peek();
    }

    /** The entry at this place, if it is the next one. @throws IllegalStateException when the log is in another order than the events */
    @Nullable Placed at(long index) {
        var next = peek();
        while (next != null && next.index() < index) {
            if (next.index() >= first) {
                throw outOfOrder();
            }
            page.poll();
            next = peek();
        }
        return next != null && next.index() == index ? page.poll() : null;
    }

    private void read() {
        var found = new ArrayList<AccessRecorded>(PAGE);
        int read = 0;
        try (var stream = events.readEvents(after, false)) {
            var iterator = stream.iterator();
            while (read < PAGE && iterator.hasNext()) {
                var event = iterator.next();
                after = event.trackingToken();
                read++;
                if (event.getPayload() instanceof AccessRecorded recorded) {
                    found.add(recorded);
                }
            }
        }
        ended = read == 0;
        var places = places(found);
        for (var event : found) {
            Long index = places.get(event.entry());
            if (index == null) {
                // Recorded and not sequenced yet: later than everything a checkpoint covers.
                ended = true;
                return;
            }
            if (last >= index) {
                throw outOfOrder();
            }
            last = index;
            page.add(new Placed(index, event));
        }
    }

    private static IllegalStateException outOfOrder() {
        return new IllegalStateException("the log does not stand in the order of the events");
    }

    private Map<UUID, Long> places(Iterable<AccessRecorded> found) {
        var ids = new ArrayList<UUID>();
        found.forEach(event -> ids.add(event.entry()));
        var places = new HashMap<UUID, Long>();
        jdbc.query("select entry_id, leaf_index from entry_leaf where entry_id = any (?)", row -> {
            places.put(row.getObject(1, UUID.class), row.getLong(2));
        }, (Object) ids.toArray(UUID[]::new));
        return places;
    }
}
