package org.innsyn.dsr.dispatch;

import java.util.function.LongFunction;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.dsr.request.RequestCommand;
import org.innsyn.dsr.request.RequestId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends commands to requests.
 *
 * <p>Axon's own lock ends with its unit of work, which may be before the surrounding transaction commits, and knows nothing of other
 * instances: the next command could be judged on a state that is not the newest. So a lock in PostgreSQL, held until the commit, comes
 * before it.
 */
@Component
public class RequestDispatcher {

    private final CommandGateway commands;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final EventStore events;

    RequestDispatcher(CommandGateway commands, TransactionTemplate transaction, JdbcTemplate jdbc, EventStore events) {
        this.commands = commands;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Carries a command out, in the caller's transaction if there is one.
     *
     * @throws org.innsyn.dsr.request.Rejected when the request's rules do not allow it; then nothing changed
     */
    public void send(RequestCommand command) {
        transaction.executeWithoutResult(_ -> {
            lock(command.request());
            commands.sendAndWait(command);
        });
    }

    /** The same for what is due whatever happened meanwhile: the command is made for the newest version. */
    public void sendOnNewest(RequestId request, LongFunction<RequestCommand> command) {
        transaction.executeWithoutResult(_ -> {
            lock(request);
            commands.sendAndWait(command.apply(events.lastSequenceNumberFor(request.toString()).orElseThrow()));
        });
    }

    private void lock(RequestId request) {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> {}, request.toString());
    }
}
