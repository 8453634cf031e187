package org.innsyn.dsr.fulfilment;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.innsyn.platform.crypto.RandomSource;

/** How long to wait after a failure: twice as long each time up to a limit, and a random part less, so that what failed together does not come back together. */
record Backoff(Duration first, Duration longest, RandomSource random) {

    private static final int HIGHEST_POWER = 16;

    /**
     * Between half of the pause and all of it.
     *
     * @param attempts how often it failed before
     */
    Duration pause(int attempts) {
        var doubled = first.multipliedBy(1L << Math.min(attempts, HIGHEST_POWER));
        long millis = (doubled.compareTo(longest) > 0 ? longest : doubled).toMillis();
        long less = Long.remainderUnsigned(ByteBuffer.wrap(random.bytes(Long.BYTES)).getLong(), millis / 2 + 1);
        return Duration.ofMillis(millis - less);
    }
}
