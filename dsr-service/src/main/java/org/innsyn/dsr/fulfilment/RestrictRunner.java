package org.innsyn.dsr.fulfilment;

import java.util.List;
import java.util.Objects;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.request.Outcome;
import org.springframework.stereotype.Component;

/** Marks in one system what is to be restricted and has a place for the mark. The rest is people's to do, and they say what they did. */
@Component
class RestrictRunner implements TaskRunner {

    private final RequestHistories histories;
    private final RequestVault vault;
    private final Connectors connectors;
    private final SharedMarks marks;
    private final AccessReports reports;
    private final Results results;

    RestrictRunner(RequestHistories histories, RequestVault vault, Connectors connectors, SharedMarks marks, AccessReports reports, Results results) {
        this.histories = histories;
        this.vault = vault;
        this.connectors = connectors;
        this.marks = marks;
        this.reports = reports;
        this.results = results;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.RESTRICT;
    }

    @Override
    public Progress run(FulfilmentTask task) {
        var request = histories.get(task.request());
        var connector = connectors.named(Objects.requireNonNull(task.system()));
        var items = items(request, connector.system());
        if (items.isEmpty()) {
            return new Progress.Finished(() -> {});
        }
        var account = new Account(vault.text(task.request(), Field.ACCOUNT).orElseThrow());
        var told = marks.inTurn(task.request(), () -> connector.restrict(account, items));
        var categories = request.items().stream().map(item -> item.holding()).filter(holding -> items.contains(holding.item())).map(holding -> holding.category()).distinct().toList();
        return new Progress.Finished(() -> {
            reports.carriedOut(request.id(), request.reference(), account, Operation.UPDATE, connector.object(), categories);
            results.tell(request.id(), told);
        });
    }

    private List<ItemKey> items(RequestHistory request, String system) {
        var restrictable = connectors.named(system).restrictable();
        return request.open().stream().filter(decision -> decision.outcome() == Outcome.RESTRICT).map(Decision::item).filter(restrictable::contains).toList();
    }

    @Override
    public void giveUp(FulfilmentTask task, String problem) {
        results.failed(task.request(), items(histories.get(task.request()), Objects.requireNonNull(task.system())), problem);
    }
}
