package org.innsyn.dsr.calendar;

import java.util.function.IntPredicate;

/**
 * A calendar written apart from the one it judges: days are whole numbers, months are walked day by day, Easter comes from the moons of
 * the Church's tables. Shares no line, no library and no class of java.time with the legal clock.
 */
final class Almanac {

    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** Days before 1 January of a year, from 1 January 2000. */
    private static final int[] YEARS = new int[120];

    static {
        for (int i = 1; i < YEARS.length; i++) {
            YEARS[i] = YEARS[i - 1] + (leap(2000 + i - 1) ? 366 : 365);
        }
    }

    private Almanac() {}

    static boolean leap(int year) {
        return year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
    }

    static int length(int year, int month) {
        return month == 2 && leap(year) ? 29 : LENGTHS[month - 1];
    }

    /** Days since 1 January 2000, which was a Saturday. */
    static int number(int year, int month, int day) {
        int number = YEARS[year - 2000];
        for (int before = 1; before < month; before++) {
            number += length(year, before);
        }
        return number + day - 1;
    }

    /** Year, month and day of a number. */
    static int[] date(int number) {
        int year = 2000;
        while (YEARS[year - 2000 + 1] <= number) {
            year++;
        }
        int rest = number - YEARS[year - 2000];
        int month = 1;
        while (rest >= length(year, month)) {
            rest -= length(year, month);
            month++;
        }
        return new int[] {year, month, rest + 1};
    }

    static boolean weekend(int number) {
        return number % 7 < 2;
    }

    /** Easter Sunday: the first Sunday after the paschal full moon of the Gregorian tables. */
    static int easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        if (moon == 29 || moon == 28 && golden > 10) {
            moon--;
        }
        int day = number(year, 3, 21) + moon + 1;
        while (day % 7 != 1) {
            day++;
        }
        return day;
    }

    /** The same date number some months on, found by walking there; the last day of a month that has no such number. */
    static int monthsLater(int received, int months) {
        int wanted = date(received)[2];
        int day = received;
        int left = months;
        while (left > 0) {
            day++;
            if (date(day)[2] == 1) {
                left--;
            }
        }
        int last = day + length(date(day)[0], date(day)[1]) - 1;
        while (day < last && date(day)[2] < wanted) {
            day++;
        }
        return day;
    }

    static int workingDayFrom(int day, IntPredicate holiday) {
        int candidate = day;
        while (weekend(candidate) || holiday.test(candidate)) {
            candidate++;
        }
        return candidate;
    }

    /** The days of lov 1995-02-24-12 § 2 and lov 1947-04-26-1 § 1. */
    static boolean norwegianHoliday(int number) {
        int[] date = date(number);
        int fromEaster = number - easter(date[0]);
        return switch (date[1] * 100 + date[2]) {
            case 101, 501, 517, 1225, 1226 -> true;
            default -> switch (fromEaster) {
                case -3, -2, 0, 1, 39, 49, 50 -> true;
                default -> false;
            };
        };
    }

    /** The days of Bayerisches Feiertagsgesetz Art. 1(1), and 31 October 2017. Assumption Day, a holiday in some municipalities only, is left out. */
    static boolean bavarianHoliday(int number) {
        int[] date = date(number);
        int fromEaster = number - easter(date[0]);
        return switch (date[1] * 100 + date[2]) {
            case 101, 106, 501, 1003, 1101, 1225, 1226 -> true;
            case 1031 -> date[0] == 2017;
            default -> switch (fromEaster) {
                case -2, 1, 39, 50, 60 -> true;
                default -> false;
            };
        };
    }
}
