package org.innsyn.dsr.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days are said in explanations. */
final class Dates {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);

    private Dates() {}

    /** "Friday 10 July 2026" */
    static String full(LocalDate day) {
        return FULL.format(day);
    }

    /** "10 July" */
    static String brief(LocalDate day) {
        return SHORT.format(day);
    }

    /** "Friday" */
    static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** "1 day", "5 days" */
    static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    /** "one month", "three months" */
    static String months(int months) {
        return switch (months) {
            case 1 -> "one month";
            case 2 -> "two months";
            case 3 -> "three months";
            default -> months + " months";
        };
    }
}
