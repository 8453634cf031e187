package org.innsyn.audit.oversight;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.oversight.FindingKind;

/**
 * Mass reading: how many people's data a member of staff reads within an hour of the clock, against what their unit usually does. Somebody
 * is above when it is more than {@code floor} people and more than {@code factor} times the unit's usual hour: the median of people an
 * hour over the unit's other readers and the last 30 days.
 *
 * @param floor people an hour that are never remarkable
 * @param factor how many usual hours in one are
 */
public record ReadingRate(int floor, int factor) {

    /** Accesses of staff by which data is seen; oversight itself is work on many people's rows, and stands in their logs. */
    public static boolean counts(AccessRecorded entry) {
        return entry.actorKind() == ActorKind.STAFF
                && switch (entry.operation()) {
                    case READ, SEARCH, EXPORT, DISCLOSE -> true;
                    case CREATE, UPDATE, DELETE -> false;
                }
                && !entry.object().startsWith("/innsyn/")
                && entry.held() == null;
    }

    /** Whom an entry counts for. */
    public static UUID reader(AccessRecorded entry) {
        return EntryRules.actor(entry);
    }

    /** @param usual people in the unit's usual hour; 0 where nothing is known */
    public long threshold(long usual) {
        return Math.max(floor, factor * usual);
    }

    /** What is raised for this reader and hour. */
    public static FindingSubject finding(UUID reader, Instant at) {
        return new FindingSubject(FindingKind.MASS_READING, EntryRules.hour(at), null, reader, null, null);
    }

    /** What was measured. */
    public Map<String, Long> figures(long people, long usual) {
        return Map.of("people", people, "usual", usual, "threshold", threshold(usual));
    }
}
