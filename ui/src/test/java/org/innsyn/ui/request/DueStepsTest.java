package org.innsyn.ui.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.innsyn.schemas.request.DueDate;
import org.innsyn.schemas.request.DueDate.Step;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.junit.jupiter.api.Test;

class DueStepsTest {

    private static final Step RECEIVED = new Step("received", Map.of("day", "2026-02-28"), "", null);
    private static final Step PERIOD = new Step("period", Map.of("months", "1", "from", "2026-02-28", "day", "2026-04-03"), "", "GDPR Art. 12(3)");
    private static final Step GOOD_FRIDAY = new Step("free-day", Map.of("free", "2026-04-03", "why", "a public holiday (Good Friday)", "day", "2026-04-07"), "", null);

    @Test
    void how_a_limit_comes_about_is_said_in_the_readers_language() {
        assertThat(in(Locale.ENGLISH, RECEIVED, PERIOD, GOOD_FRIDAY)).isEqualTo("It reached us on Saturday 28 February 2026."
                + " An answer is owed within one month of Saturday 28 February 2026: that is Friday 3 April 2026 (GDPR Art. 12(3))."
                + " That day is Good Friday, so the next working day counts, Tuesday 7 April 2026.");
        assertThat(in(Locale.of("nb"), RECEIVED, PERIOD, GOOD_FRIDAY)).contains("Kravet kom til oss lørdag 28. februar 2026.", "Den dagen er langfredag, så neste virkedag teller");
    }

    @Test
    void a_weekend_and_a_holiday_we_have_no_word_for_are_still_said() {
        var sunday = new Step("free-day", Map.of("free", "2026-03-01", "why", "a Sunday", "day", "2026-03-02"), "", null);
        var other = new Step("free-day", Map.of("free", "2026-06-04", "why", "a public holiday (Corpus Christi)", "day", "2026-06-05"), "", null);
        assertThat(in(Locale.ENGLISH, sunday)).startsWith("That day is a Sunday,");
        assertThat(in(Locale.of("nb"), sunday)).startsWith("Den dagen er en søndag,");
        var boxingDay = new Step("free-day", Map.of("free", "2026-12-26", "why", "a public holiday (St.Stephen's Day)", "day", "2026-12-28"), "", null);
        assertThat(in(Locale.of("nb"), boxingDay)).startsWith("Den dagen er andre juledag,");
        assertThat(in(Locale.ENGLISH, other)).startsWith("That day is a public holiday (Corpus Christi),");
    }

    @Test
    void a_step_we_have_no_words_for_leaves_it_to_the_service() {
        assertThat(new DueSteps(Words.in(Locale.ENGLISH), null).said(due(new Step("moon", Map.of(), "", null)))).isEmpty();
        assertThat(new DueSteps(Words.in(Locale.ENGLISH), null).said(due())).isEmpty();
    }

    private static String in(Locale locale, Step... steps) {
        var words = Words.in(locale);
        return new DueSteps(words, new Moments(words, Moments.DEFAULT_ZONE, Instant.EPOCH)).said(due(steps)).orElseThrow();
    }

    private static DueDate due(Step... steps) {
        var day = LocalDate.of(2026, 4, 7);
        return new DueDate(day, day, "", 1, null, List.of(steps), null, false, null);
    }
}
