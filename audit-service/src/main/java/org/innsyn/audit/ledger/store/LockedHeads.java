package org.innsyn.audit.ledger.store;

import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.innsyn.audit.ledger.AccessLedger;
import org.innsyn.audit.ledger.LedgerHead;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.eventstore.CurrentStates;

/** Gives Axon the state of the ledgers that the current unit of work has locked, so that none is replayed event by event. */
final class LockedHeads implements CurrentStates {

    private static final String RESOURCE = LockedHeads.class.getName();

    /** To be called once the heads are locked in the unit of work's transaction. */
    static void provide(Map<LedgerId, LedgerHead> heads) {
        CurrentUnitOfWork.get().root().<Map<LedgerId, LedgerHead>>getOrComputeResource(RESOURCE, none -> new java.util.HashMap<>()).putAll(heads);
    }

    @Override
    public Optional<DomainEventMessage<?>> of(String aggregateId) {
        if (!CurrentUnitOfWork.isStarted()) {
            return Optional.empty();
        }
        Map<LedgerId, LedgerHead> heads = CurrentUnitOfWork.get().root().getResource(RESOURCE);
        return heads == null ? Optional.empty() : Optional.ofNullable(heads.get(LedgerId.of(aggregateId))).map(LockedHeads::message);
    }

    private static DomainEventMessage<?> message(LedgerHead head) {
        return new GenericDomainEventMessage<>(AccessLedger.class.getSimpleName(), head.ledger().toString(), head.sequence(), head);
    }
}
