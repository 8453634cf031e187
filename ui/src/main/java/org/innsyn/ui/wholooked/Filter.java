package org.innsyn.ui.wholooked;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.ui.entry.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to see of their log.
 *
 * @param unit one unit only; null for all
 * @param upTo the last day, to reach old entries without going through the new ones; null for today
 */
record Filter(Who who, @Nullable String unit, @Nullable String purpose, @Nullable Operation operation, Period period, @Nullable LocalDate upTo) {

    static final Filter NONE = new Filter(Who.EVERYONE, null, null, null, Period.ANY, null);

    Filter withWho(Who who) {
        return new Filter(who, unit, purpose, operation, period, upTo);
    }

    Filter withUnit(@Nullable String unit) {
        return new Filter(who, unit, purpose, operation, period, upTo);
    }

    Filter withPurpose(@Nullable String purpose) {
        return new Filter(who, unit, purpose, operation, period, upTo);
    }

    Filter withOperation(@Nullable Operation operation) {
        return new Filter(who, unit, purpose, operation, period, upTo);
    }

    Filter withPeriod(Period period) {
        return new Filter(who, unit, purpose, operation, period, upTo);
    }

    Filter withUpTo(@Nullable LocalDate upTo) {
        return new Filter(who, unit, purpose, operation, period, upTo);
    }

    boolean isNone() {
        return equals(NONE);
    }

    AccessLogQuery toQuery(LocalDate today, ZoneId zone) {
        return AccessLogQuery.all()
                .withActorKinds(who.kinds().isEmpty() ? null : who.kinds())
                .withUnits(unit == null ? null : List.of(unit))
                .withPurposes(purpose == null ? null : List.of(purpose))
                .withOperations(operation == null ? null : List.of(operation))
                .withPeriod(period.from(upTo == null ? today : upTo, zone), upTo == null ? null : upTo.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
