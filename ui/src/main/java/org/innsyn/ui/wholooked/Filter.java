package org.innsyn.ui.wholooked;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.ui.entry.Period;
import org.jspecify.annotations.Nullable;

/** What a customer wants to see of their log. */
record Filter(Who who, @Nullable String purpose, @Nullable Operation operation, Period period) {

    static final Filter NONE = new Filter(Who.EVERYONE, null, null, Period.ANY);

    Filter withWho(Who who) {
        return new Filter(who, purpose, operation, period);
    }

    Filter withPurpose(@Nullable String purpose) {
        return new Filter(who, purpose, operation, period);
    }

    Filter withOperation(@Nullable Operation operation) {
        return new Filter(who, purpose, operation, period);
    }

    Filter withPeriod(Period period) {
        return new Filter(who, purpose, operation, period);
    }

    boolean isNone() {
        return equals(NONE);
    }

    AccessLogQuery toQuery(LocalDate today, ZoneId zone) {
        return AccessLogQuery.all()
                .withActorKinds(who.kinds().isEmpty() ? null : who.kinds())
                .withPurposes(purpose == null ? null : List.of(purpose))
                .withOperations(operation == null ? null : List.of(operation))
                .withPeriod(period.from(today, zone), null);
    }
}
