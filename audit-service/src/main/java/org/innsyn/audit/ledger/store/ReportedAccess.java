package org.innsyn.audit.ledger.store;

import java.time.Instant;
import java.util.List;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.schemas.access.AccessData;

/**
 * A valid report of an access.
 *
 * @param source the reporting application
 * @param idHash keyed hash of the event's id
 * @param contentHash keyed hash of what the event says
 * @param occurredAt when it happened
 * @param data what happened
 * @param ledgers whose data it was, when that is known already (reading the log itself); otherwise empty, and {@code data} names people
 */
public record ReportedAccess(
        String source, byte[] idHash, byte[] contentHash, Instant occurredAt, AccessData data, List<LedgerId> ledgers) {

    /** How many entries it makes at the most. */
    int entries() {
        return Math.max(1, ledgers.isEmpty() ? data.subjects().size() : ledgers.size());
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "ReportedAccess[" + source + "]";
    }
}
