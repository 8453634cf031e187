package org.innsyn.bench.peers;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.OffsetDateTime;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.innsyn.schemas.access.AccessData;

/** One person's log, as an Axon aggregate that numbers its entries. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class PersonLog {

    @AggregateIdentifier
    private String person;

    private long number;

    /** To be kept in somebody's log. */
    record KeepAccess(@TargetAggregateIdentifier String person, String source, String id, OffsetDateTime time, AccessData data) {}

    /** Kept, readable: nothing is sealed and nothing committed to. */
    record AccessKept(String person, long number, String source, String id, OffsetDateTime time, AccessData data) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(KeepAccess access) {
        apply(new AccessKept(access.person(), number + 1, access.source(), access.id(), access.time(), access.data()));
    }

    @EventSourcingHandler
    void on(AccessKept event) {
        person = event.person();
        number = event.number();
    }
}
