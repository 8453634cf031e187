package org.innsyn.audit.ledger;

import java.util.UUID;

/**
 * A ledger's whole state, small enough to be read for a batch of ledgers in one query.
 *
 * @param ledger whose
 * @param kind person's or controller's
 * @param state what it may be used for
 * @param slot its place in the trees of heads, from its opening on
 * @param sequence sequence number of its newest event
 * @param number number of its newest entry, 0 before the first
 * @param expired how many entries, from the first on, are not there any more because their time is over
 * @param link leaf data of its newest entry (32 bytes), zeros before the first
 */
public record LedgerHead(LedgerId ledger, LedgerKind kind, LedgerState state, long slot, long sequence, long number, long expired, byte[] link) {

    /** What the first entry links to. */
    public static final int LINK_LENGTH = 32;

    public UUID id() {
        return ledger.value();
    }
}
