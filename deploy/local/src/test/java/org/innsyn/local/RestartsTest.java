package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private final SteppingClock clock = new SteppingClock();
    private final Restarts restarts = new Restarts(clock);

    @Test
    void an_engine_that_dies_again_and_again_is_given_up() {
        for (int i = 0; i < Restarts.MOST; i++) {
            assertThat(restarts.oneMore()).isTrue();
        }
        assertThat(restarts.oneMore()).isFalse();
    }

    @Test
    void a_death_long_ago_counts_no_more() {
        for (int i = 0; i < Restarts.MOST; i++) {
            restarts.oneMore();
        }
        clock.step(Restarts.WHILE.plusSeconds(1));

        assertThat(restarts.oneMore()).isTrue();
    }

    private static final class SteppingClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void step(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
