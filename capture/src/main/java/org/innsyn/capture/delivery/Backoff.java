package org.innsyn.capture.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: twice as long each time, up to a limit, and by chance shorter, so that many applications do not come back together. */
final class Backoff {

    private static final int MOST_DOUBLINGS = 20;

    private final Duration shortest;
    private final Duration longest;
    private final RandomGenerator random;
    private int tries;

    Backoff(Duration shortest, Duration longest, RandomGenerator random) {
        this.shortest = shortest;
        this.longest = longest;
        this.random = random;
    }

    /** @param atLeast what the other side asked for */
    Duration next(Duration atLeast) {
        var full = shortest.multipliedBy(1L << Math.min(tries++, MOST_DOUBLINGS));
        long millis = Math.min(full.toMillis(), longest.toMillis());
        var chosen = Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
        return atLeast.compareTo(Duration.ZERO) > 0 ? atLeast.plusMillis(random.nextLong(millis / 2 + 1)) : chosen;
    }

    /** It went well: begin anew. */
    void reset() {
        tries = 0;
    }
}
