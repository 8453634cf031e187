package org.innsyn.ui.accesslog;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.IdentifierType;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.ui.entry.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the data protection officer is looking for. It may name a person, so it never becomes an address.
 *
 * @param day one day only, whatever the period says
 */
record Search(
        String subject,
        String actor,
        Period period,
        @Nullable LocalDate day,
        @Nullable ActorKind actorKind,
        @Nullable String unit,
        @Nullable String purpose,
        @Nullable Operation operation,
        @Nullable Verdict verdict,
        @Nullable String source,
        boolean held) {

    AccessLogQuery toQuery(LocalDate today, ZoneId zone) {
        return new AccessLogQuery(
                day == null ? period.from(today, zone) : day.atStartOfDay(zone).toInstant(),
                day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant(),
                person(),
                actor.isBlank() ? null : actor.strip(),
                one(actorKind),
                one(unit),
                one(purpose),
                one(operation),
                null,
                one(verdict),
                one(source),
                held ? true : null,
                null,
                null);
    }

    /** Whose data, as the service knows people. */
    @Nullable Identifier person() {
        return subject.isBlank() ? null : identifier(subject.strip());
    }

    /** An e-mail address has an at sign, a phone number begins with a plus; anything else is an account. */
    private static Identifier identifier(String typed) {
        if (typed.contains("@")) {
            return Identifier.email(typed);
        }
        return typed.startsWith("+") ? new Identifier(IdentifierType.PHONE, typed) : Identifier.account(typed);
    }

    private static <T> @Nullable List<T> one(@Nullable T value) {
        return value == null ? null : List.of(value);
    }

    /** Never the values: they may name people. */
    @Override
    public String toString() {
        return "Search[]";
    }
}
