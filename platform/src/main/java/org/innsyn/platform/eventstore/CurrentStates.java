package org.innsyn.platform.eventstore;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Where an aggregate's current state can be had without replaying its events: a message that stands for all events up to its sequence
 * number. Whoever answers must hold the aggregate locked in the same transaction.
 */
public interface CurrentStates {

    /** Empty when the events must be read. */
    Optional<DomainEventMessage<?>> of(String aggregateId);
}
