package org.innsyn.ui.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.innsyn.schemas.accesslog.AccessLogPage.IndexState;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    private static final Instant NOW = Instant.parse("2026-03-02T13:06:30Z");

    private final Words words = Words.in(Locale.ENGLISH);
    private final Moments moments = new Moments(words, Moments.DEFAULT_ZONE, NOW);

    @Test
    void a_complete_log_says_so_with_its_number_and_time() {
        assertThat(Completeness.mine(new IndexState(1312, 1312, NOW, 0), words, moments))
                .isEqualTo("Complete: all 1,312 entries recorded about you up to 14:06 today can be found here.");
    }

    @Test
    void a_log_without_entries_says_that_there_are_none() {
        assertThat(Completeness.mine(new IndexState(0, 0, NOW, 0), words, moments))
                .isEqualTo("Complete: no entry about you is kept up to 14:06 today.");
    }

    @Test
    void what_ended_with_its_time_is_said() {
        assertThat(Completeness.mine(new IndexState(2, 2, NOW, 1), words, moments))
                .isEqualTo("Complete: all 2 entries recorded about you up to 14:06 today can be found here. One older entry was deleted because the time they are kept is over.");
    }

    @Test
    void a_log_that_is_behind_never_says_complete_first() {
        assertThat(Completeness.mine(new IndexState(318, 312, NOW, 0), words, moments))
                .startsWith("312 of 318 entries");
    }

    @Test
    void where_nothing_can_be_found_yet_no_moment_is_made_up() {
        assertThat(Completeness.mine(new IndexState(1, 0, Instant.EPOCH, 0), words, moments))
                .isEqualTo("The one entry recorded about you cannot be found yet; that follows within seconds.");
        assertThat(Completeness.mine(new IndexState(12, 0, Instant.EPOCH, 0), words, moments))
                .isEqualTo("None of the 12 entries recorded about you can be found yet; that follows within seconds.");
        assertThat(Completeness.all(new IndexState(12, 0, Instant.EPOCH, 0), words, moments)).doesNotContain("1970");
    }
}
