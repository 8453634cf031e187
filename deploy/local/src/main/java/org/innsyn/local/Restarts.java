package org.innsyn.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Allows a few restarts in a while: an engine that dies again and again needs a person, not a loop. */
final class Restarts {

    static final int MOST = 5;
    static final Duration WHILE = Duration.ofMinutes(10);

    private final Clock clock;
    private final Deque<Instant> recent = new ArrayDeque<>();

    Restarts(Clock clock) {
        this.clock = clock;
    }

    /** Whether one more is allowed; if so it is counted. */
    synchronized boolean oneMore() {
        Instant now = clock.instant();
        while (!recent.isEmpty() && recent.peekFirst().isBefore(now.minus(WHILE))) {
            recent.removeFirst();
        }
        if (recent.size() >= MOST) {
            return false;
        }
        recent.addLast(now);
        return true;
    }
}
