package org.innsyn.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Slows guessing down. A few wrong passwords cost nothing; after that every further one doubles the time until the next is looked at. Counted for a name as
 * it was typed, whether or not there is such an account, for an address, and for both together: one person's slips wait sooner than a whole office's.
 *
 * <p>Guarantees: a name nobody has is treated like any other. Does not guarantee: anything across a restart, or once more than {@value #MOST} names and
 * addresses are remembered, when the oldest are forgotten.
 */
final class Guesses {

    private static final int MOST = 20_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** Without a wrong one for so long, all is forgotten. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private static final int FREE_TOGETHER = 5;
    private static final int FREE_FOR_A_NAME = 15;
    private static final int FREE_FOR_AN_ADDRESS = 50;

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    private record Count(int wrong, Instant last) {}

    private record Kind(String key, int free) {}

    Guesses(Clock clock) {
        this.clock = clock;
    }

    /** Whether the next try with this name from this address is not looked at yet. */
    synchronized boolean mustWait(String name, String address) {
        var now = clock.instant();
        return kinds(name, address).anyMatch(kind -> {
            var count = counts.get(kind.key());
            return count != null && now.isBefore(count.last().plus(pause(count.wrong() - kind.free())));
        });
    }

    synchronized void wrong(String name, String address) {
        var now = clock.instant();
        kinds(name, address).map(Kind::key).forEach(key -> {
            var before = counts.remove(key);
            boolean anew = before == null || before.last().plus(FORGOTTEN_AFTER).isBefore(now);
            counts.put(key, new Count(anew ? 1 : before.wrong() + 1, now));
        });
        while (counts.size() > MOST) {
            counts.remove(counts.keySet().iterator().next());
        }
    }

    /** Who knows the password has not guessed; the address stays counted, or one account of one's own would set it free. */
    synchronized void right(String name, String address) {
        kinds(name, address).filter(kind -> kind.free() != FREE_FOR_AN_ADDRESS).map(Kind::key).forEach(counts::remove);
    }

    private static Duration pause(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        var doubled = Duration.ofSeconds(1L << Math.min(beyond, 20));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private static Stream<Kind> kinds(String name, String address) {
        return Stream.of(new Kind("both " + address + " " + name, FREE_TOGETHER), new Kind("name " + name, FREE_FOR_A_NAME), new Kind("address " + address, FREE_FOR_AN_ADDRESS));
    }
}
