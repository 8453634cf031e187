package org.innsyn.audit.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.transparency.LogTables.Leaf;
import org.innsyn.platform.eventstore.CommitOrderToken;
import org.jspecify.annotations.Nullable;

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

    /** A batch of leaves and the place it ends at. */
    private static final class Batch {
        private final List<Leaf> leaves = new ArrayList<>();
        private @Nullable CommitOrderToken place;
    }

    @EventHandler
    void on(AccessRecorded event, TrackingToken token) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        var batch = unit.getOrComputeResource(PENDING, none -> {
            var begun = new Batch();
            unit.onPrepareCommit(ending -> append(begun));
            return begun;
        });
        batch.leaves.add(new Leaf(event.entry(), event.ledger(), event.leaf()));
        batch.place = token instanceof CommitOrderToken place ? place : batch.place;
    }

    private void append(Batch batch) {
        append(batch.leaves);
        if (batch.place != null) {
            log.reached(batch.place);
        }
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
