package org.innsyn.audit.unit;

import java.util.concurrent.Callable;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Aggregates of one type, each rebuilt from its events. Within a unit of work; that no other process changes the same one meanwhile is the
 * caller's to see to, with a lock in the database.
 *
 * @param <T> the type
 */
public final class Aggregates<T> {

    private final Class<T> type;
    private final Callable<T> empty;
    private final Repository<T> repository;

    public Aggregates(Class<T> type, Callable<T> empty, EventStore events) {
        this.type = type;
        this.empty = empty;
        this.repository = EventSourcingRepository.builder(type).eventStore(events).lockFactory(NullLockFactory.INSTANCE).build();
    }

    /** Has one handle a command, which is there already. */
    public Aggregate<T> handle(Object id, Object command) {
        return handle(command, () -> repository.load(id.toString()));
    }

    /** Has one handle a command, which begins with it where it is not there yet. */
    public Aggregate<T> handleOrBegin(Object id, Object command) {
        return handle(command, () -> repository.loadOrCreate(id.toString(), empty));
    }

    private Aggregate<T> handle(Object command, Callable<Aggregate<T>> loaded) {
        try {
            var aggregate = loaded.call();
            aggregate.handle(GenericCommandMessage.asCommandMessage(command));
            return aggregate;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("%s could not handle %s".formatted(type.getSimpleName(), command.getClass().getSimpleName()), e);
        }
    }
}
