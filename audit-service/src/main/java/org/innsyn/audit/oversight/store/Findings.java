package org.innsyn.audit.oversight.store;

import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.innsyn.audit.oversight.Finding;
import org.innsyn.audit.oversight.FindingCommand;
import org.innsyn.audit.oversight.FindingCommand.AddMissing;
import org.innsyn.audit.oversight.FindingCommand.AddOccurrences;

/** Lets findings handle commands: events, the row and the entries they are about in one transaction, joining the caller's where there is one. */
final class Findings {

    private final Repository<Finding> findings;
    private final FindingRows rows;
    private final TransactionManager transactions;

    Findings(EventStore events, FindingRows rows, TransactionManager transactions) {
        this.findings = EventSourcingRepository.builder(Finding.class).eventStore(events).lockFactory(NullLockFactory.INSTANCE).build();
        this.rows = rows;
        this.transactions = transactions;
    }

    /** Adds what is new; entries that belong to it already change nothing. */
    void add(AddOccurrences command) {
        inUnit(() -> {
            rows.lock(command.finding());
            var fresh = rows.unknown(command.finding(), command.entries());
            if (!fresh.isEmpty()) {
                send(new AddOccurrences(command.finding(), command.about(), command.unit(), fresh, Map.copyOf(command.figures()), command.at()));
                rows.add(command.finding(), fresh);
            }
        });
    }

    /** @throws org.innsyn.audit.oversight.FindingRefused when the finding does not do that now */
    void handle(FindingCommand command) {
        inUnit(() -> {
            rows.lock(command.finding());
            send(command);
        });
    }

    private void send(FindingCommand command) {
        try {
            Aggregate<Finding> finding = command instanceof AddOccurrences || command instanceof AddMissing
                    ? findings.loadOrCreate(command.finding().toString(), Finding::new)
                    : findings.load(command.finding().toString());
            finding.handle(GenericCommandMessage.asCommandMessage(command));
            rows.write(finding.invoke(Finding::head));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a finding could not handle " + command.getClass().getSimpleName(), e);
        }
    }

    private void inUnit(Runnable work) {
        var unit = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("finding"));
        try {
            unit.attachTransaction(transactions);
            work.run();
            unit.commit();
        } catch (Throwable e) {
            if (unit.isActive()) {
                unit.rollback(e);
            }
            throw e;
        }
    }
}
