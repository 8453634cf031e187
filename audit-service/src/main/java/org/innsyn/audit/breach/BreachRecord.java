package org.innsyn.audit.breach;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.innsyn.audit.breach.BreachEvent.AuthorityDecided;
import org.innsyn.audit.breach.BreachEvent.BreachClosed;
import org.innsyn.audit.breach.BreachEvent.BreachOpened;
import org.innsyn.audit.breach.BreachEvent.BreachReopened;
import org.innsyn.audit.breach.BreachEvent.FactsStated;
import org.innsyn.audit.breach.BreachEvent.PersonsDecided;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of a breach, told from its events.
 *
 * @param opened how it came on record
 * @param facts what was last stated; null until something was
 * @param authority the last decision about the authority
 * @param persons the last decision about the people concerned
 * @param closedAt null while it is open
 * @param events all of it, oldest first
 */
public record BreachRecord(
        BreachOpened opened, @Nullable FactsStated facts, @Nullable Told authority, @Nullable Told persons, @Nullable Instant closedAt, List<BreachEvent> events) {

    /** @param events of one breach, oldest first, at least one */
    public static BreachRecord of(List<BreachEvent> events) {
        var record = new BreachRecord((BreachOpened) events.getFirst(), null, null, null, null, List.copyOf(events));
        for (var event : events) {
            record = switch (event) {
                case BreachOpened _ -> record;
                case FactsStated it -> new BreachRecord(record.opened, it, record.authority, record.persons, record.closedAt, record.events);
                case AuthorityDecided it -> new BreachRecord(record.opened, record.facts, it.decision(), record.persons, record.closedAt, record.events);
                case PersonsDecided it -> new BreachRecord(record.opened, record.facts, record.authority, it.decision(), record.closedAt, record.events);
                case BreachClosed it -> new BreachRecord(record.opened, record.facts, record.authority, record.persons, it.at(), record.events);
                case BreachReopened _ -> new BreachRecord(record.opened, record.facts, record.authority, record.persons, null, record.events);
            };
        }
        return record;
    }

    /** Counts its changes, from 0. */
    public long version() {
        return events.size() - 1;
    }

    public UUID id() {
        return opened.breach().value();
    }
}
