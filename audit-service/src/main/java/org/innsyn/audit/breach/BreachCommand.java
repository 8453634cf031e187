package org.innsyn.audit.breach;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.innsyn.schemas.oversight.BreachKind;
import org.jspecify.annotations.Nullable;

/** What can be asked of a breach record. Texts are named, never carried. */
public sealed interface BreachCommand {

    BreachId breach();

    /**
     * Opens it; one that is there already stays as it is.
     *
     * @param finding the finding that showed it
     * @param what names the sealed text
     */
    record OpenBreach(@TargetAggregateIdentifier BreachId breach, @Nullable UUID finding, Instant awareAt, @Nullable UUID what, By by, Instant at)
            implements BreachCommand {}

    /** @param version the version it was decided on */
    record StateFacts(
            @TargetAggregateIdentifier BreachId breach,
            long version,
            @Nullable Instant happenedAt,
            List<BreachKind> kinds,
            List<String> categories,
            long people,
            long records,
            UUID what,
            UUID consequences,
            UUID measures,
            By by,
            Instant at)
            implements BreachCommand {}

    /** @param version the version it was decided on */
    record DecideAuthority(@TargetAggregateIdentifier BreachId breach, long version, boolean told, @Nullable Instant toldAt, @Nullable UUID reason, By by, Instant at)
            implements BreachCommand {}

    /** @param version the version it was decided on */
    record DecidePersons(@TargetAggregateIdentifier BreachId breach, long version, boolean told, @Nullable Instant toldAt, @Nullable UUID reason, By by, Instant at)
            implements BreachCommand {}

    /** @param version the version it was decided on */
    record CloseBreach(@TargetAggregateIdentifier BreachId breach, long version, By by, Instant at) implements BreachCommand {}

    /** @param version the version it was decided on */
    record ReopenBreach(@TargetAggregateIdentifier BreachId breach, long version, By by, Instant at) implements BreachCommand {}
}
