package org.innsyn.dsr.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import org.innsyn.platform.crypto.RandomSource;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), RandomSource.secure());

    @Test
    void waits_twice_as_long_each_time_up_to_a_limit_and_never_just_as_long_as_everybody_else() {
        for (int attempts = 0; attempts < 100; attempts++) {
            var all = Duration.ofSeconds(Math.min(300, 2L << Math.min(attempts, 20)));
            var seen = new HashSet<Duration>();
            for (int i = 0; i < 50; i++) {
                var pause = backoff.pause(attempts);
                assertThat(pause).isBetween(all.dividedBy(2), all);
                seen.add(pause);
            }
            assertThat(seen).hasSizeGreaterThan(10);
        }
    }
}
