package org.innsyn.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.oversight.BreachView;
import org.innsyn.schemas.oversight.BreachView.Decision;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenBreachesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void those_whose_time_runs_out_first_stand_first_and_closed_ones_not_at_all() {
        var fresh = breach(1, 2, null, null);
        var old = breach(2, 70, null, null);
        var decided = breach(3, 100, new Decision(true, NOW, false, null), null);
        var closed = breach(4, 200, null, NOW);
        assertThat(OpenBreaches.of(List.of(decided, fresh, closed, old))).containsExactly(old, fresh, decided);
        var words = Words.in(Words.LANGUAGES.getFirst());
        assertThat(new OpenBreaches(List.of(old), NOW, words, new Moments(words, Moments.DEFAULT_ZONE, NOW)).getElement().getTextRecursively())
                .contains("One breach is being worked on.", "2 h 0 min left");
    }

    private static BreachView breach(int number, long hoursAgo, @Nullable Decision authority, @Nullable Instant closed) {
        var aware = NOW.minus(Duration.ofHours(hoursAgo));
        return new BreachView(new UUID(number, number), 1, null, aware, aware.plus(Duration.ofHours(72)), null, null, authority, null, closed, List.of());
    }
}
