package org.innsyn.ui.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.innsyn.schemas.accesslog.AccessFigures;
import org.innsyn.schemas.accesslog.AccessFigures.Series;
import org.innsyn.schemas.accesslog.AccessLogPage.IndexState;
import org.junit.jupiter.api.Test;

class StripTest {

    @Test
    void values_of_one_name_are_one_row_and_a_value_without_a_name_is_none() {
        var strips = Strip.of(figures(new Series("staff", List.of(1L, 2L)), new Series("subject", List.of(9L, 9L)), new Series("authority", List.of(0L, 3L))),
                kind -> kind.equals("subject") ? Optional.empty() : Optional.of("People"), "Others");
        assertThat(strips).singleElement().satisfies(people -> {
            assertThat(people.counts()).containsExactly(1L, 5L);
            assertThat(people.values()).containsExactly("staff", "authority");
        });
    }

    @Test
    void the_most_come_first_and_the_least_together_so_that_nothing_is_left_out() {
        var series = IntStream.rangeClosed(1, 8).mapToObj(i -> new Series("purpose-" + i, List.of((long) i, 0L))).toArray(Series[]::new);
        var strips = Strip.of(figures(series), Optional::of, "Others");
        assertThat(strips).extracting(Strip::name).containsExactly("purpose-8", "purpose-7", "purpose-6", "purpose-5", "Others");
        assertThat(strips.stream().mapToLong(Strip::total).sum()).isEqualTo(36);
    }

    private static AccessFigures figures(Series... series) {
        var day = LocalDate.parse("2026-03-02");
        return new AccessFigures(List.of(day, day.plusDays(1)), List.of(series), new IndexState(0, 0, Instant.EPOCH, 0));
    }
}
