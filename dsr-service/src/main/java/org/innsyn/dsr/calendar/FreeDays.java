package org.innsyn.dsr.calendar;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/** The days a period may not end on: Saturdays, Sundays and public holidays (Regulation 1182/71 Art. 2 and 3(4)). */
final class FreeDays {

    private final HolidayManager holidays;

    FreeDays(String country) {
        this.holidays = HolidayManager.getInstance(ManagerParameters.create(country));
    }

    /** Why a day is free, in plain words; empty for a working day. */
    Optional<String> reason(LocalDate day) {
        return holidays.getHolidays(day, day, HolidayType.PUBLIC_HOLIDAY).stream()
                .findFirst()
                .map(FreeDays::name)
                .or(() -> weekend(day));
    }

    private static String name(Holiday holiday) {
        return "a public holiday (" + holiday.getDescription(Locale.ENGLISH) + ")";
    }

    private static Optional<String> weekend(LocalDate day) {
        return day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY
                ? Optional.of("a " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                : Optional.empty();
    }
}
