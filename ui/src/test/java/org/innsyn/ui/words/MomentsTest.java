package org.innsyn.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private final Moments moments = new Moments(
            Words.in(Locale.ENGLISH), Moments.DEFAULT_ZONE, Instant.parse("2026-03-02T23:30:00Z"));

    @Test
    void today_is_the_readers_today() {
        assertThat(moments.heading(LocalDate.of(2026, 3, 3))).isEqualTo("Today, Tuesday 3 March 2026");
        assertThat(moments.heading(LocalDate.of(2026, 3, 2))).isEqualTo("Yesterday, Monday 2 March 2026");
        assertThat(moments.heading(LocalDate.of(2026, 3, 1))).isEqualTo("Sunday 1 March 2026");
    }

    @Test
    void a_day_to_come_is_named_by_its_date() {
        assertThat(moments.heading(LocalDate.of(2026, 3, 4))).isEqualTo("Wednesday 4 March 2026");
    }

    @Test
    void days_left_are_counted_in_words() {
        assertThat(moments.daysLeft(12)).isEqualTo("12 days left");
        assertThat(moments.daysLeft(1)).isEqualTo("one day left");
        assertThat(moments.daysLeft(0)).isEqualTo("Due today");
        assertThat(moments.daysLeft(-1)).isEqualTo("One day overdue");
        assertThat(moments.daysLeft(-3)).isEqualTo("3 days overdue");
    }

    @Test
    void norwegian_is_norwegian() {
        var norsk = new Moments(Words.in(Locale.of("nn", "NO")), Moments.DEFAULT_ZONE, Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(norsk.date(LocalDate.of(2026, 3, 2))).isEqualTo("mandag 2. mars 2026");
    }
}
