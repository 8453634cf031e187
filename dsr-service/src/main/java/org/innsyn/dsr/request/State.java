package org.innsyn.dsr.request;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a request stands, with exactly what is known there. */
sealed interface State {

    /** Received; systems are being searched. */
    record Submitted() implements State {}

    /** What is held is known. */
    record Assessed(Map<ItemKey, Holding> holdings) implements State {}

    /** Proposed; waits for somebody else's decision. */
    record Prepared(Map<ItemKey, Holding> holdings, List<Decision> decisions, Party by) implements State {}

    /** Being carried out: these items are still open, those failed. */
    record InProgress(Work work, Set<ItemKey> open, Set<ItemKey> failed) implements State {}

    /** Some items failed, the rest is done. */
    record PartlyDone(Work work, Set<ItemKey> failed) implements State {}

    /** Nothing more will be decided, unless it is reopened. */
    sealed interface Closed extends State {}

    /** Carried out. */
    record Done() implements Closed {}

    /** Refused with reasons. */
    record Refused() implements Closed {}

    /** Taken back. */
    record Withdrawn() implements Closed {}

    /** What was decided, kept so that what failed can run again. */
    record Work(List<Decision> decisions, @Nullable LedgerPosition ledger) {

        List<Decision> only(Set<ItemKey> items) {
            return decisions.stream().filter(decision -> items.contains(decision.item())).toList();
        }
    }
}
