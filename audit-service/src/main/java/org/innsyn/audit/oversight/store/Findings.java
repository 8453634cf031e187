package org.innsyn.audit.oversight.store;

import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.oversight.Finding;
import org.innsyn.audit.oversight.FindingCommand;
import org.innsyn.audit.oversight.FindingCommand.AddMissing;
import org.innsyn.audit.oversight.FindingCommand.AddOccurrences;
import org.innsyn.audit.unit.Aggregates;
import org.innsyn.audit.unit.Units;

/** Lets findings handle commands: events, the row and the entries they are about in one transaction, joining the caller's where there is one. */
final class Findings {

    private final Aggregates<Finding> findings;
    private final FindingRows rows;
    private final Units units;

    Findings(EventStore events, FindingRows rows, TransactionManager transactions) {
        this.findings = new Aggregates<>(Finding.class, Finding::new, events);
        this.rows = rows;
        this.units = new Units(transactions);
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
        var finding = command instanceof AddOccurrences || command instanceof AddMissing
                ? findings.handleOrBegin(command.finding(), command)
                : findings.handle(command.finding(), command);
        rows.write(finding.invoke(Finding::head));
    }

    private void inUnit(Runnable work) {
        units.run("finding", () -> {
            work.run();
            return true;
        });
    }
}
