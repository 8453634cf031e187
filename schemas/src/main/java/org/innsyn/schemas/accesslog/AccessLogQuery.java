package org.innsyn.schemas.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the access log. An empty or absent list means no filter; lists are alternatives, filters add up.
 *
 * @param from first instant of {@code occurredAt}, inclusive
 * @param to last instant, exclusive
 * @param subject whose data; only for staff
 * @param actor the actor's id; only for staff
 * @param actorKinds persons, programs, outsiders
 * @param units claimed units
 * @param purposes purposes
 * @param operations operations
 * @param categories data categories
 * @param verdicts verdicts
 * @param sources reporting applications
 * @param held true for entries held for review only
 * @param cursor {@link AccessLogPage#next()} of the page before, absent for the first page
 * @param size entries a page, 1 to {@value #MAX_SIZE}; absent means {@value #DEFAULT_SIZE}
 */
public record AccessLogQuery(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Identifier subject,
        @Nullable String actor,
        @Nullable List<ActorKind> actorKinds,
        @Nullable List<String> units,
        @Nullable List<String> purposes,
        @Nullable List<Operation> operations,
        @Nullable List<String> categories,
        @Nullable List<Verdict> verdicts,
        @Nullable List<String> sources,
        @Nullable Boolean held,
        @Nullable String cursor,
        @Nullable Integer size) {

    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 500;

    private static final AccessLogQuery ALL = new AccessLogQuery(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Everything, newest first. */
    public static AccessLogQuery all() {
        return ALL;
    }

    /** Whether it looks for some entries only. */
    public boolean hasFilters() {
        return from != null || to != null || subject != null || actor != null || Boolean.TRUE.equals(held)
                || Stream.of(actorKinds, units, purposes, operations, categories, verdicts, sources).anyMatch(list -> list != null && !list.isEmpty());
    }

    public AccessLogQuery withPeriod(@Nullable Instant from, @Nullable Instant to) {
        return new AccessLogQuery(from, to, subject, actor, actorKinds, units, purposes, operations, categories,
                verdicts, sources, held, cursor, size);
    }

    public AccessLogQuery withSubject(@Nullable Identifier subject) {
        return new AccessLogQuery(from, to, subject, actor, actorKinds, units, purposes, operations, categories,
                verdicts, sources, held, cursor, size);
    }

    public AccessLogQuery withActor(@Nullable String actor) {
        return new AccessLogQuery(from, to, subject, actor, actorKinds, units, purposes, operations, categories,
                verdicts, sources, held, cursor, size);
    }

    public AccessLogQuery withActorKinds(@Nullable List<ActorKind> actorKinds) {
        return new AccessLogQuery(from, to, subject, actor, actorKinds, units, purposes, operations, categories,
                verdicts, sources, held, cursor, size);
    }

    public AccessLogQuery withUnits(@Nullable List<String> units) {
        return new AccessLogQuery(from, to, subject, actor, actorKinds, units, purposes, operations, categories,
                verdicts, sources, held, cursor, size);
    }

    public AccessLogQuery withPurposes(@Nullable List<String> purposes) {
        return new AccessLogQuery(from, to, subject, actor, actorKinds, units, purposes, operations, categories,
                verdicts, sources, held, cursor, size);
    }

    public AccessLogQuery withOperations(@Nullable List<Operation> operations) {
        return new AccessLogQuery(from, to, subject, actor, actorKinds, units, purposes, operations, categories,
                verdicts, sources, held, cursor, size);
    }

    public AccessLogQuery withVerdicts(@Nullable List<Verdict> verdicts) {
        return new AccessLogQuery(from, to, subject, actor, actorKinds, units, purposes, operations, categories,
                verdicts, sources, held, cursor, size);
    }

    public AccessLogQuery withSources(@Nullable List<String> sources) {
        return new AccessLogQuery(from, to, subject, actor, actorKinds, units, purposes, operations, categories,
                verdicts, sources, held, cursor, size);
    }

    /** The page after {@code cursor}, of {@code size} entries. */
    public AccessLogQuery withPage(@Nullable String cursor, @Nullable Integer size) {
        return new AccessLogQuery(from, to, subject, actor, actorKinds, units, purposes, operations, categories,
                verdicts, sources, held, cursor, size);
    }

    /** Never the values: they may name people. */
    @Override
    public String toString() {
        return "AccessLogQuery[]";
    }
}
