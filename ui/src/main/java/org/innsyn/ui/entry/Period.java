package org.innsyn.ui.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.innsyn.schemas.accesslog.FiguresQuery;
import org.jspecify.annotations.Nullable;

/** The periods people ask for, in whole days up to now. */
public enum Period {
    ANY(-1),
    TODAY(0),
    WEEK(6),
    MONTH(29),
    YEAR(364);

    private final int daysBefore;

    Period(int daysBefore) {
        this.daysBefore = daysBefore;
    }

    /** Where the period begins, or null where it has no beginning. */
    public @Nullable Instant from(LocalDate today, ZoneId zone) {
        return daysBefore < 0 ? null : today.minusDays(daysBefore).atStartOfDay(zone).toInstant();
    }

    /** The days of the period, to be counted; {@link #ANY} cannot be. */
    public FiguresQuery figures(LocalDate today, ZoneId zone, FiguresQuery.By by) {
        if (daysBefore < 0) {
            throw new IllegalArgumentException("a period without a beginning has no days");
        }
        return new FiguresQuery(today.minusDays(daysBefore), today, zone, by);
    }
}
