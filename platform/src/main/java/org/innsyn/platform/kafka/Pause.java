package org.innsyn.platform.kafka;

import java.time.Duration;

/** How long to wait before trying again: a tenth of a second, then twice as long each time, up to ten seconds. */
final class Pause {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Duration next = SHORTEST;

    Duration next() {
        var now = next;
        var twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return now;
    }

    void reset() {
        next = SHORTEST;
    }
}
