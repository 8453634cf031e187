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
import org.innsyn.dsr.request.RequestEvent.RequestReopened;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.dsr.request.RequestEvent.RequestWithdrawn;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.Right;
import org.jspecify.annotations.Nullable;
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
                    event.request().value(), event.reference(), event.by().sub(), event.right().name(), Timestamp.from(event.receivedAt()));
            case RequestReopened event -> jdbc.update("update request_register set open = true where request_id = ?", event.request().value());
            case RequestCompleted event -> close(event);
            case RequestRefused event -> close(event);
            case RequestWithdrawn event -> close(event);
            default -> {}
        }
    }

    private void close(RequestEvent event) {
        jdbc.update("update request_register set open = false where request_id = ?", event.request().value());
    }

    /** Until the transaction ends, nobody else asks for the same right for the same account. */
    void lock(byte[] account, Right right) {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(encode(?, 'hex') || ?, 1))", _ -> {}, account, right.name());
    }

    /** Notes whose data a request is about. */
    void account(RequestId request, byte[] account) {
        jdbc.update("update request_register set account_hash = ? where request_id = ?", account, request.value());
    }

    /** The open request of this right for an account, whoever asked; or of this person, when it is older than accounts were noted. */
    Optional<RequestId> open(Party owner, byte[] account, Right right) {
        return jdbc.queryForList(
                        "select request_id from request_register where asked_right = ? and open and (owner = ? or account_hash = ?) order by received_at",
                        UUID.class, right.name(), owner.sub(), account)
                .stream()
                .map(RequestId::new)
                .findFirst();
    }

    /** Who asked for an account before; empty when nobody has. */
    Optional<Party> personOf(byte[] account) {
        return jdbc.queryForList("select owner from request_register where account_hash = ? order by received_at desc limit 1", String.class, account)
                .stream()
                .map(Party::new)
                .findFirst();
    }

    /** A person's requests, newest first: those they made, and those others entered for their account. */
    List<RequestId> of(Party owner, byte @Nullable [] account) {
        return jdbc.queryForList(
                        "select request_id from request_register where owner = ? or account_hash = ? order by received_at desc", UUID.class, owner.sub(), account)
                .stream()
                .map(RequestId::new)
                .toList();
    }

    /** All that are not closed. */
    List<RequestId> allOpen() {
        return jdbc.queryForList("select request_id from request_register where open order by received_at", UUID.class).stream().map(RequestId::new).toList();
    }
}
