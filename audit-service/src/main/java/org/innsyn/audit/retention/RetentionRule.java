package org.innsyn.audit.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/**
 * How long entries are kept: a period after the end of the calendar year in which they were recorded, because a year's keys end together.
 *
 * @param id names the rule and its version ("access-log.1"); it stands in the events of what it ended, so a change is a new version
 * @param period how long after the year's end, at least a month
 * @param citation why so long, and no longer
 */
public record RetentionRule(String id, Period period, String citation) {

    public RetentionRule {
        if (!id.matches("[a-z0-9][a-z0-9.-]{0,39}") || citation.isBlank()) {
            throw new IllegalArgumentException("a retention rule has a code that names its version, and a citation");
        }
        if (period.isNegative() || period.toTotalMonths() < 1) {
            throw new IllegalArgumentException("the access log is kept for at least a month: set innsyn.retention.access-log.period");
        }
    }

    /** What was recorded before this instant has ended: the beginning of a calendar year. */
    public Instant keptFrom(Instant now, ZoneId zone) {
        return LocalDate.of(now.atZone(zone).minus(period).getYear(), 1, 1).atStartOfDay(zone).toInstant();
    }
}
