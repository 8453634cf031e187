package org.innsyn.audit.ledger.store;

import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.ledger.AccessLedger;

/**
 * Ledgers over the event store. One whose head is locked begins with its head and nothing else: Axon would look through every event of the
 * unit of work for each ledger it loads, and a unit has thousands of both.
 */
final class AccessLedgers extends EventSourcingRepository<AccessLedger> {

    private final LockedHeads heads;

    /** Head rows in PostgreSQL are the locks; a second kind in memory would only know of this process. */
    AccessLedgers(EventStore events, LockedHeads heads) {
        super(EventSourcingRepository.builder(AccessLedger.class).eventStore(events).lockFactory(NullLockFactory.INSTANCE));
        this.heads = heads;
    }

    @Override
    protected DomainEventStream readEvents(String ledger) {
        return heads.of(ledger).map(DomainEventStream::of).orElseGet(() -> super.readEvents(ledger));
    }
}
