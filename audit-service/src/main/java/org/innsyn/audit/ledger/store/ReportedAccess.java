package org.innsyn.audit.ledger.store;

import java.time.Instant;
import java.util.List;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.schemas.access.AccessData;

/**
 * A valid report of an access.
 *
 * @param print what it is recognised by
 * @param occurredAt when it happened
 * @param data what happened
 * @param ledgers whose data it was, when that is known already (reading the log itself); otherwise empty, and {@code data} names people
 */
public record ReportedAccess(
        Fingerprint print, Instant occurredAt, AccessData data, List<LedgerId> ledgers) {

    /** The reporting application. */
    String source() {
        return print.source();
    }

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
        return "ReportedAccess[" + source() + "]";
    }
}
