package org.innsyn.audit.breach;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.innsyn.platform.eventstore.StoredAs;
import org.innsyn.schemas.oversight.BreachKind;
import org.jspecify.annotations.Nullable;

/** What can happen to a breach record. Staff stand here by random references, what was written by the names of sealed texts. */
public sealed interface BreachEvent {

    BreachId breach();

    By by();

    Instant at();

    /**
     * It is on record.
     *
     * @param finding the finding that showed it
     * @param awareAt when the company became aware
     * @param what names the sealed text said at once
     */
    @StoredAs(name = "breach.BreachOpened")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BreachOpened(BreachId breach, @Nullable UUID finding, Instant awareAt, @Nullable UUID what, By by, Instant at) implements BreachEvent {}

    /**
     * What is known was said; it replaces what was said before.
     *
     * @param what names a sealed text, as do consequences and measures
     */
    @StoredAs(name = "breach.FactsStated")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FactsStated(
            BreachId breach,
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
            implements BreachEvent {}

    /** It was decided about the supervisory authority. */
    @StoredAs(name = "breach.AuthorityDecided")
    record AuthorityDecided(BreachId breach, Told decision, By by, Instant at) implements BreachEvent {}

    /** It was decided about the people concerned. */
    @StoredAs(name = "breach.PersonsDecided")
    record PersonsDecided(BreachId breach, Told decision, By by, Instant at) implements BreachEvent {}

    /** Everything is on record. */
    @StoredAs(name = "breach.BreachClosed")
    record BreachClosed(BreachId breach, By by, Instant at) implements BreachEvent {}

    /** It is worked again. */
    @StoredAs(name = "breach.BreachReopened")
    record BreachReopened(BreachId breach, By by, Instant at) implements BreachEvent {}
}
