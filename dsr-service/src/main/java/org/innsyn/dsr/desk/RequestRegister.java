package org.innsyn.dsr.desk;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.dsr.request.Party;
import org.innsyn.dsr.request.RequestEvent;
import org.innsyn.dsr.request.RequestEvent.RequestCompleted;
import org.innsyn.dsr.request.RequestEvent.RequestRefused;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.dsr.request.RequestEvent.RequestWithdrawn;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.Right;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whose requests there are, written in the transaction of the event: a person has one open request of a kind at most, also when two
 * browsers ask in the same instant.
 */
@Component
class RequestRegister {

    private final JdbcTemplate jdbc;

    RequestRegister(JdbcTemplate jdbc, EventStore events) {
        this.jdbc = jdbc;
        // Before the commit, in its transaction; a problem here undoes the event.
        events.subscribe(messages -> messages.forEach(this::note));
    }

    private void note(EventMessage<?> message) {
        switch (message.getPayload()) {
            case RequestSubmitted event -> jdbc.update(
                    "insert into request_register (request_id, reference, owner, asked_right, received_at, open) values (?, ?, ?, ?, ?, true)",
                    event.request().value(), event.reference(), event.by().sub(), event.right().name(), Timestamp.from(event.at()));
            case RequestCompleted event -> close(event);
            case RequestRefused event -> close(event);
            case RequestWithdrawn event -> close(event);
            default -> {}
        }
    }

    private void close(RequestEvent event) {
        jdbc.update("update request_register set open = false where request_id = ?", event.request().value());
    }

    Optional<RequestId> open(Party owner, Right right) {
        return jdbc.queryForList(
                        "select request_id from request_register where owner = ? and asked_right = ? and open", UUID.class, owner.sub(), right.name())
                .stream()
                .map(RequestId::new)
                .findFirst();
    }

    /** A person's requests, newest first. */
    List<RequestId> of(Party owner) {
        return jdbc.queryForList("select request_id from request_register where owner = ? order by received_at desc", UUID.class, owner.sub()).stream()
                .map(RequestId::new)
                .toList();
    }
}
