package org.innsyn.bench.peers;

import java.util.Comparator;
import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.innsyn.bench.peers.PersonLog.KeepAccess;
import org.innsyn.schemas.access.AccessEvent;

/**
 * Stock Axon: a command an access, sent over the command bus to one aggregate a person. With its cache, a snapshot every hundred events
 * and JSON instead of XML, without which a log that grows would be read from its beginning every time.
 */
final class AxonKeeper implements Keeper {

    private static final int EVENTS_PER_SNAPSHOT = 100;

    private final CommandGateway commands;
    private final TransactionManager transactions;

    AxonKeeper(EventStorageEngine engine, TransactionManager transactions) {
        Configuration axon = DefaultConfigurer.defaultConfiguration()
                .configureTransactionManager(c -> transactions)
                .configureSerializer(c -> serializer())
                .configureEmbeddedEventStore(c -> engine)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(PersonLog.class)
                        .configureCache(c -> new WeakReferenceCache())
                        .configureSnapshotTrigger(c -> new EventCountSnapshotTriggerDefinition(c.snapshotter(), EVENTS_PER_SNAPSHOT)))
                .start();
        this.commands = axon.commandGateway();
        this.transactions = transactions;
    }

    static Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    /** Several commands share a unit of work; sent in the order of people, so that two units never wait for each other in a circle. */
    @Override
    public void keep(List<AccessEvent> accesses) {
        if (accesses.size() == 1) {
            commands.sendAndWait(command(accesses.getFirst()));
            return;
        }
        var unit = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("batch"));
        try {
            unit.attachTransaction(transactions);
            accesses.stream().map(AxonKeeper::command).sorted(Comparator.comparing(KeepAccess::person)).forEach(commands::sendAndWait);
            unit.commit();
        } catch (RuntimeException e) {
            if (unit.isActive()) {
                unit.rollback(e);
            }
            throw e;
        }
    }

    private static KeepAccess command(AccessEvent access) {
        return new KeepAccess(Keeper.person(access), access.source(), access.id(), access.time(), access.data());
    }
}
