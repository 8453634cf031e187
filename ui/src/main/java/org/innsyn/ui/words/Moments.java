package org.innsyn.ui.words;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates and times as people say them, in the reader's language and time zone. */
public final class Moments {

    /** Where the company is; used until the browser has said where the reader is. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Oslo");

    private final Words words;
    private final ZoneId zone;
    private final Instant now;

    /**
     * @param now what "today" is reckoned from
     */
    public Moments(Words words, ZoneId zone, Instant now) {
        this.words = words;
        this.zone = zone;
        this.now = now;
    }

    /** For the page being shown. */
    public static Moments current() {
        return new Moments(Words.current(), browserZone(), Instant.now());
    }

    private static ZoneId browserZone() {
        var ui = UI.getCurrent();
        if (ui == null) {
            return DEFAULT_ZONE;
        }
        var name = ui.getPage().getExtendedClientDetails().getTimeZoneId();
        try {
            return name == null || name.isBlank() ? DEFAULT_ZONE : ZoneId.of(name);
        } catch (DateTimeException e) {
            return DEFAULT_ZONE;
        }
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate today() {
        return day(now);
    }

    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** 14:05 */
    public String time(Instant at) {
        return format("HH:mm", at);
    }

    /** Monday 2 March 2026 */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(words.say("date.long"), words.locale()).format(day);
    }

    /** Today, yesterday, or the date. */
    public String heading(LocalDate day) {
        return switch ((int) Math.clamp(ChronoUnit.DAYS.between(day, today()), -1, 2)) {
            case 0 -> words.say("date.today", date(day));
            case 1 -> words.say("date.yesterday", date(day));
            default -> date(day);
        };
    }

    /** 14:06 today, or 14:06 on Monday 2 March 2026. */
    public String timeAndDay(Instant at) {
        var day = day(at);
        return day.equals(today())
                ? words.say("date.time-today", time(at))
                : words.say("date.time-on", time(at), date(day));
    }

    /** Under figures: 2 Mar. */
    public String dayAndMonth(LocalDate day) {
        return DateTimeFormatter.ofPattern(words.say("date.day-month"), words.locale()).format(day);
    }

    /** For dense tables: 2 Mar 14:05. */
    public String brief(Instant at) {
        return format(words.say("date.brief"), at);
    }

    /** To the millisecond, with the zone, for details. */
    public String exact(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT).withZone(zone).format(at);
    }

    /** How many days are left, in words. */
    public String daysLeft(long days) {
        if (days < 0) {
            return words.say("days.overdue", -days);
        }
        return days == 0 ? words.say("days.today") : words.say("days.left", days);
    }

    private String format(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, words.locale()).withZone(zone).format(at);
    }
}
