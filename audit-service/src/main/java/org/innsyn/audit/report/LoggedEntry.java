package org.innsyn.audit.report;

import java.util.SortedMap;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.ledger.LedgerKind;
import org.innsyn.audit.transparency.LogExtract;
import org.innsyn.platform.crypto.Commitment;
import org.jspecify.annotations.Nullable;

/** A leaf of the log as a report sees it. */
sealed interface LoggedEntry {

    LogExtract.Leaf leaf();

    /** An entry whose fields can be shown. */
    record Open(LogExtract.Leaf leaf, AccessRecorded event, LedgerKind kind, SortedMap<String, Commitment.Opened> fields, @Nullable String recipient)
            implements LoggedEntry {}

    /** An entry that nobody can open any more: its person's log was shredded, or a key ended with its retention. */
    record Closed(LogExtract.Leaf leaf) implements LoggedEntry {}

    /** No entry: a tree of heads, or another kind of leaf. */
    record Other(LogExtract.Leaf leaf) implements LoggedEntry {}
}
