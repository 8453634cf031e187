package org.innsyn.dsr.request;

import java.util.LinkedHashSet;
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

    /** Being carried out: these items are still open, those failed, and a legal hold stands on those. */
    record InProgress(Work work, Set<ItemKey> open, Set<ItemKey> failed, Set<ItemKey> held) implements State {

        /** The same, without an item that is open no more. */
        InProgress without(ItemKey item) {
            return new InProgress(work, less(open, item), failed, held);
        }

        InProgress failing(ItemKey item) {
            return new InProgress(work, less(open, item), more(failed, item), held);
        }

        InProgress holding(ItemKey item) {
            return new InProgress(work, less(open, item), failed, more(held, item));
        }
    }

    /** Some items failed or are on hold, the rest is done. */
    record PartlyDone(Work work, Set<ItemKey> failed, Set<ItemKey> held) implements State {}

    /** Nothing more will be decided, unless it is reopened. */
    sealed interface Closed extends State {}

    /** Carried out. */
    record Done() implements Closed {}

    /** Refused with reasons. */
    record Refused() implements Closed {}

    /** Taken back. */
    record Withdrawn() implements Closed {}

    static Set<ItemKey> less(Set<ItemKey> items, ItemKey item) {
        var rest = new LinkedHashSet<>(items);
        rest.remove(item);
        return rest;
    }

    private static Set<ItemKey> more(Set<ItemKey> items, ItemKey item) {
        var all = new LinkedHashSet<>(items);
        all.add(item);
        return all;
    }

    /** What was decided, kept so that what failed can run again. */
    record Work(List<Decision> decisions, @Nullable LedgerPosition ledger) {

        List<Decision> only(Set<ItemKey> items) {
            return decisions.stream().filter(decision -> items.contains(decision.item())).toList();
        }
    }
}
