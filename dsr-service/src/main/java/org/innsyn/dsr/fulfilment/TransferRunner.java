package org.innsyn.dsr.fulfilment;

import java.util.List;
import java.util.Objects;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.transfer.TransferStore;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.access.Operation;
import org.springframework.stereotype.Component;

/** Puts what one system holds into an account elsewhere. What is there already is not put there again, so it can begin anew after any end. */
@Component
class TransferRunner implements TaskRunner {

    private final RequestHistories histories;
    private final RequestVault vault;
    private final Connectors connectors;
    private final TransferStore transfers;
    private final AccessReports reports;
    private final Milestones milestones;

    TransferRunner(RequestHistories histories, RequestVault vault, Connectors connectors, TransferStore transfers, AccessReports reports,
            Milestones milestones) {
        this.histories = histories;
        this.vault = vault;
        this.connectors = connectors;
        this.transfers = transfers;
        this.reports = reports;
        this.milestones = milestones;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.TRANSFER;
    }

    @Override
    public Progress run(FulfilmentTask task) {
        var system = Objects.requireNonNull(task.system());
        var running = transfers.running(task.request(), system);
        if (running.isEmpty()) {
            return new Progress.Finished(() -> transfers.end(task.request(), system, null, "What was said about where to is not known any more."));
        }
        var request = histories.get(task.request());
        var account = new Account(vault.text(task.request(), Field.ACCOUNT).orElseThrow());
        var connector = connectors.named(system);
        var result = connector.transfer(account, running.get().target());
        milestones.passed(Milestone.TRANSFERRED, task);
        var categories = request.items().stream().map(item -> item.holding()).filter(holding -> holding.item().equals(running.get().item()))
                .map(holding -> holding.category()).toList();
        return new Progress.Finished(() -> {
            reports.carriedOut(request.id(), request.reference(), account, Operation.EXPORT, connector.object(), List.copyOf(categories));
            transfers.end(task.request(), system, result, null);
        });
    }

    @Override
    public void giveUp(FulfilmentTask task, String problem) {
        transfers.end(task.request(), Objects.requireNonNull(task.system()), null, problem);
    }
}
