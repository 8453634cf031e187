package org.innsyn.dsr.calendar;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The days a period may not end on: Saturdays, Sundays and public holidays (Regulation 1182/71 Art. 2 and 3(4)). */
final class FreeDays {

    private final RulePack rules;
    private final HolidayManager holidays;
    /** Finding a year's holidays takes the library a while, and every request asks for the same few. */
    private final Map<Integer, Map<LocalDate, String>> byYear = new ConcurrentHashMap<>();

    FreeDays(RulePack rules) {
        this.rules = rules;
        this.holidays = HolidayManager.getInstance(ManagerParameters.create(rules.holidayCalendar()));
    }

    /** Why a day is free, in plain words; empty for a working day. */
    Optional<String> reason(LocalDate day) {
        return Optional.ofNullable(byYear.computeIfAbsent(day.getYear(), this::holidaysOf).get(day)).or(() -> weekend(day));
    }

    private Map<LocalDate, String> holidaysOf(int year) {
        var names = new HashMap<LocalDate, String>();
        var found = rules.holidayRegion() == null
                ? holidays.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY)
                : holidays.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, rules.holidayRegion());
        found.forEach(holiday -> names.merge(
                holiday.getActualDate(), "a public holiday (" + holiday.getDescription(Locale.ENGLISH) + ")", (one, other) -> one));
        rules.addedHolidays().stream().filter(day -> day.getYear() == year)
                .forEach(day -> names.putIfAbsent(day, "a public holiday (named by " + rules.citation() + ")"));
        rules.droppedHolidays().forEach(names::remove);
        return names;
    }

    private static Optional<String> weekend(LocalDate day) {
        return day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY
                ? Optional.of("a " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                : Optional.empty();
    }

    /** The day itself, or the first working day after it. */
    LocalDate workingDayFrom(LocalDate day) {
        LocalDate candidate = day;
        while (reason(candidate).isPresent()) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }
}
