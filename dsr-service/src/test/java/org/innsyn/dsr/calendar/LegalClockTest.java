package org.innsyn.dsr.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalClockTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final LegalClock clock = new LegalClock(RulePack.named("gdpr-answer-no-1"));

    @ParameterizedTest(name = "received {0}, owed by {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-06-10 | 2026-07-10 | a Friday stays
            2026-01-31 | 2026-03-02 | no 31 February; the 28th is a Saturday
            2025-01-31 | 2025-02-28 | no 31 February; the 28th is a Friday
            2028-01-31 | 2028-02-29 | a leap year; the 29th is a Tuesday
            2027-12-29 | 2028-01-31 | the 29th is a Saturday
            2028-02-29 | 2028-03-29 | from 29 February to the same number in March
            2024-01-29 | 2024-02-29 | 29 February exists in 2024
            2026-03-02 | 2026-04-07 | Maundy Thursday, Good Friday, weekend, Easter Monday
            2026-03-06 | 2026-04-07 | Easter Monday
            2025-11-24 | 2025-12-24 | 24 December is no public holiday
            2025-11-25 | 2025-12-29 | Christmas Day, Boxing Day and a weekend
            2025-12-01 | 2026-01-02 | New Year's Day
            2026-04-01 | 2026-05-04 | Labour Day, a Friday, and the weekend
            2026-04-17 | 2026-05-18 | Constitution Day on a Sunday is not moved to Monday
            2026-04-14 | 2026-05-15 | Ascension Day
            2026-04-25 | 2026-05-26 | Whit Monday
            """)
    void one_month_to_the_same_number_and_never_to_a_free_day(LocalDate received, LocalDate owed, String why) {
        assertThat(clock.answerTo(noon(received)).limit()).as(why).isEqualTo(owed);
    }

    @Test
    void on_no_day_of_thirty_years_does_a_period_end_on_a_free_day_or_later_than_it_must() {
        var freeDays = new FreeDays(RulePack.named("gdpr-answer-no-1"));
        for (var received = LocalDate.of(2019, 1, 1); received.getYear() < 2049; received = received.plusDays(1)) {
            var limit = clock.answerTo(noon(received)).limit();
            assertThat(freeDays.reason(limit)).as("received %s", received).isEmpty();
            assertThat(received.plusMonths(1).datesUntil(limit)).as("received %s", received).allMatch(day -> freeDays.reason(day).isPresent());
        }
    }

    @Test
    void the_day_is_the_controllers_not_that_of_the_server() {
        // 23:30 UTC on 9 June is already 10 June in Oslo.
        assertThat(clock.answerTo(Instant.parse("2026-06-09T23:30:00Z")).limit()).isEqualTo("2026-07-10");
    }

    @Test
    void the_explanation_names_the_free_day_and_every_rule_that_moved_the_limit() {
        assertThat(clock.answerTo(noon(LocalDate.of(2026, 1, 31))).explanation())
                .isEqualTo("The request was received on Saturday 31 January 2026. An answer is owed within one month (GDPR Art. 12(3)): "
                        + "counted from 31 January, that is 28 February (Regulation 1182/71 Art. 3(2)(c), in Norway through EEA Annex XVI point 6), "
                        + "the last day of a shorter month (Regulation 1182/71 Art. 3(2)(c)). That day is a Saturday, so the period ends "
                        + "with the next working day, Monday 2 March 2026 (Regulation 1182/71 Art. 3(4)).");
    }

    @Test
    void the_explanation_names_the_holiday() {
        assertThat(clock.answerTo(noon(LocalDate.of(2026, 3, 6))).explanation())
                .contains("a public holiday (Easter Monday)")
                .endsWith("Tuesday 7 April 2026 (Regulation 1182/71 Art. 3(4)).");
    }

    @Test
    void the_company_aims_a_week_earlier() {
        assertThat(clock.answerTo(noon(LocalDate.of(2026, 6, 10))).target()).isEqualTo("2026-07-03");
    }

    @Test
    void days_left_turn_negative_when_overdue() {
        LocalDate limit = LocalDate.of(2026, 7, 10);
        assertThat(clock.daysLeft(limit, noon(LocalDate.of(2026, 7, 8)))).isEqualTo(2);
        assertThat(clock.daysLeft(limit, noon(LocalDate.of(2026, 7, 11)))).isEqualTo(-1);
    }

    @Test
    void a_pack_does_not_answer_for_a_time_before_it_was_in_force() {
        assertThatThrownBy(() -> clock.answerTo(noon(LocalDate.of(2018, 7, 19))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gdpr-answer-no/1");
    }

    private static Instant noon(LocalDate day) {
        return LocalDateTime.of(day, java.time.LocalTime.NOON).atZone(OSLO).toInstant();
    }
}
