package org.innsyn.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private static final String HOME = "192.0.2.1";

    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final Guesses guesses = new Guesses(new Clock() {
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
    });

    @Test
    void a_few_slips_cost_nothing_and_then_the_wait_doubles() {
        wrong(4, "a-17", HOME);
        assertThat(guesses.mustWait("a-17", HOME)).isFalse();
        wrong(1, "a-17", HOME);
        assertThat(waitsFor("a-17", HOME)).isEqualTo(Duration.ofSeconds(1));
        wrong(1, "a-17", HOME);
        assertThat(waitsFor("a-17", HOME)).isEqualTo(Duration.ofSeconds(2));
        wrong(1, "a-17", HOME);
        assertThat(waitsFor("a-17", HOME)).isEqualTo(Duration.ofSeconds(4));
        wrong(30, "a-17", HOME);
        assertThat(waitsFor("a-17", HOME)).as("nobody is shut out for good").isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void one_name_is_guarded_from_many_addresses_and_many_names_from_one() {
        for (int i = 0; i < 15; i++) {
            guesses.wrong("a-17", "192.0.2." + i);
        }
        assertThat(guesses.mustWait("a-17", "198.51.100.7")).isTrue();
        assertThat(guesses.mustWait("a-18", "192.0.2.3")).isFalse();
        for (int i = 0; i < 50; i++) {
            guesses.wrong("name-" + i, HOME);
        }
        assertThat(guesses.mustWait("somebody-else", HOME)).isTrue();
    }

    @Test
    void who_knows_the_password_starts_anew_but_not_for_everybody_at_the_address() {
        wrong(5, "a-17", HOME);
        guesses.right("a-17", HOME);
        assertThat(guesses.mustWait("a-17", HOME)).isFalse();
        wrong(4, "a-17", HOME);
        assertThat(guesses.mustWait("a-17", HOME)).isFalse();
        for (int i = 0; i < 41; i++) {
            guesses.wrong("name-" + i, HOME);
        }
        guesses.right("a-17", HOME);
        assertThat(guesses.mustWait("a-17", HOME)).isTrue();
    }

    @Test
    void an_hour_without_a_wrong_one_is_forgotten() {
        wrong(20, "a-17", HOME);
        now = now.plus(Duration.ofHours(1)).plusSeconds(1);
        wrong(1, "a-17", HOME);
        assertThat(guesses.mustWait("a-17", HOME)).isFalse();
    }

    private void wrong(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            guesses.wrong(name, address);
        }
    }

    private Duration waitsFor(String name, String address) {
        var before = now;
        while (guesses.mustWait(name, address)) {
            now = now.plusSeconds(1);
        }
        var waited = Duration.between(before, now);
        now = before;
        return waited;
    }
}
