package org.innsyn.dsr.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.IntPredicate;
import org.innsyn.dsr.calendar.Course.Extension;
import org.innsyn.dsr.calendar.Course.Question;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every receipt date from 2000 to 2100, against a calendar that shares nothing with the clock. */
class EveryDayOfACenturyTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    enum Place {
        NORWAY("gdpr-answer-no-2", Almanac::norwegianHoliday),
        BAVARIA("gdpr-answer-de-by-1", Almanac::bavarianHoliday);

        private final RulePack rules;
        private final IntPredicate holiday;

        Place(String pack, IntPredicate holiday) {
            this.rules = from(FIRST, RulePack.named(pack));
            this.holiday = holiday;
        }
    }

    @ParameterizedTest
    @EnumSource
    void free_days_are_those_of_the_law(Place place) {
        var freeDays = new FreeDays(place.rules);
        FIRST.datesUntil(LAST.plusYears(1)).forEach(day -> {
            int number = number(day);
            assertThat(freeDays.reason(day).isPresent()).as("%s in %s", day, place).isEqualTo(Almanac.weekend(number) || place.holiday.test(number));
        });
    }

    @ParameterizedTest
    @EnumSource
    void one_month_ends_where_the_other_calendar_says(Place place) {
        var clock = new LegalClock(place.rules);
        FIRST.datesUntil(LAST.plusDays(1)).forEach(received -> {
            int owed = Almanac.workingDayFrom(Almanac.monthsLater(number(received), 1), place.holiday);
            assertThat(number(clock.answerTo(noon(place, received)).limit())).as("received %s in %s", received, place).isEqualTo(owed);
        });
    }

    @ParameterizedTest
    @EnumSource
    void an_extension_counts_three_months_from_receipt_and_never_two_from_a_moved_limit(Place place) {
        var clock = new LegalClock(place.rules);
        FIRST.datesUntil(LAST.plusDays(1)).forEach(received -> {
            int owed = Almanac.workingDayFrom(Almanac.monthsLater(number(received), 3), place.holiday);
            var at = noon(place, received);
            var extended = Course.from(at).with(new Extension("complexity", at));
            assertThat(number(clock.answerTo(extended, at).limit())).as("received %s in %s", received, place).isEqualTo(owed);
        });
    }

    /** Every wait from 0 to 60 days comes up with every day of the year. */
    @ParameterizedTest
    @EnumSource
    void days_stood_still_are_added_before_free_days_are_left_out(Place place) {
        var clock = new LegalClock(place.rules);
        FIRST.datesUntil(LAST.plusDays(1)).forEach(received -> {
            int wait = number(received) % 61;
            var asked = noon(place, received.plusDays(3));
            var answered = noon(place, received.plusDays(3L + wait));
            var course = Course.from(noon(place, received)).asking(new Question("identity", asked));
            int owed = Almanac.workingDayFrom(Almanac.monthsLater(number(received), 1) + wait, place.holiday);
            assertThat(number(clock.answerTo(course.answered(answered), answered).limit())).as("received %s in %s", received, place).isEqualTo(owed);
            // The same while the answer is still awaited, on the day it will come.
            assertThat(number(clock.answerTo(course, answered).limit())).as("received %s in %s", received, place).isEqualTo(owed);
        });
    }

    /** The last day on which a notice has effect is the last day of the first month; one day later it has none. */
    @ParameterizedTest
    @EnumSource
    void a_notice_counts_until_the_first_month_ends_and_not_a_day_longer(Place place) {
        var clock = new LegalClock(place.rules);
        FIRST.datesUntil(LAST.plusDays(1)).forEach(received -> {
            var course = Course.from(noon(place, received));
            var last = clock.answerTo(noon(place, received)).limit();
            assertThat(clock.whyNotExtended(course, new Extension("complexity", noon(place, last)), true)).as("received %s", received).isEmpty();
            assertThat(clock.whyNotExtended(course, new Extension("complexity", noon(place, last.plusDays(1))), true)).as("received %s", received)
                    .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("notice-late"));
        });
    }

    private static int number(LocalDate day) {
        return Almanac.number(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static Instant noon(Place place, LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(place.rules.zone()).toInstant();
    }

    /** The rules as if they had been in force since then: only the counting is judged here. */
    static RulePack from(LocalDate validFrom, RulePack rules) {
        return new RulePack(
                rules.id(), rules.version(), validFrom, null, rules.zone(), rules.holidayCalendar(), rules.holidayRegion(), rules.addedHolidays(),
                rules.droppedHolidays(), rules.answerMonths(), rules.targetDaysBefore(), rules.answerSource(), rules.monthSource(),
                rules.shortMonthSource(), rules.nextWorkingDaySource(), rules.extension(), rules.suspension(), rules.refusal(), rules.breach());
    }
}
