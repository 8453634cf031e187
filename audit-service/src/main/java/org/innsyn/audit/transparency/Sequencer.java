package org.innsyn.audit.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.transparency.LogTables.Leaf;

/**
 * Gives every recorded entry its place in the log, densely and in commit order. Leaves, the log's size and the place in the event stream
 * move in one transaction: a sequencer that lost its claim cannot write, and what was written is never written twice.
 */
@ProcessingGroup(Sequencer.NAME)
class Sequencer {

    static final String NAME = "transparency";

    private static final String PENDING = Sequencer.class.getName();

    private final LogTables log;

    Sequencer(LogTables log) {
        this.log = log;
    }

    @EventHandler
    void on(AccessRecorded event) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        batch.<List<Leaf>>getOrComputeResource(PENDING, none -> {
            var leaves = new ArrayList<Leaf>();
            batch.onPrepareCommit(unit -> append(leaves));
            return leaves;
        }).add(new Leaf(event.entry(), event.ledger(), event.leaf()));
    }

    private void append(List<Leaf> leaves) {
        long size = log.lockSize();
        var known = log.known(leaves.stream().map(Leaf::entry).collect(Collectors.toSet()));
        var fresh = leaves.stream().filter(leaf -> !known.contains(leaf.entry())).toList();
        if (!fresh.isEmpty()) {
            log.append(size, fresh);
            log.completeLevels(size, size + fresh.size());
        }
    }
}
