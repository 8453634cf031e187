package org.innsyn.capture.spool;

import java.util.List;

/**
 * What is to be delivered next.
 *
 * @param events in order; none when there was nothing, or only damage
 * @param damages what was found spoilt among them, set aside already
 * @param end where the segment is read up to
 * @param next the number that follows
 */
public record Batch(List<Spooled> events, List<Damage> damages, long end, long next) {

    /** How much one batch may hold. The first event is taken whatever its size. */
    public record Limits(int events, int people, int bytes) {}

    /** Whether nothing was found, not even damage. */
    public boolean isEmpty() {
        return events.isEmpty() && damages.isEmpty();
    }
}
