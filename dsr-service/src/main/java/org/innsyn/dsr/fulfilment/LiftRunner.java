package org.innsyn.dsr.fulfilment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.lifting.RestrictionLiftings;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.access.Operation;
import org.springframework.stereotype.Component;

/** Takes the mark of restriction from what one system holds, once the person was told (GDPR Art. 18(3)) and where no other request of theirs wants it. */
@Component
class LiftRunner implements TaskRunner {

    private final RequestHistories histories;
    private final RequestVault vault;
    private final Connectors connectors;
    private final RestrictionLiftings liftings;
    private final SharedMarks marks;
    private final AccessReports reports;
    private final Milestones milestones;

    LiftRunner(
            RequestHistories histories, RequestVault vault, Connectors connectors, RestrictionLiftings liftings, SharedMarks marks, AccessReports reports, Milestones milestones) {
        this.histories = histories;
        this.vault = vault;
        this.connectors = connectors;
        this.liftings = liftings;
        this.marks = marks;
        this.reports = reports;
        this.milestones = milestones;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.LIFT;
    }

    @Override
    public Progress run(FulfilmentTask task) {
        var connector = connectors.named(Objects.requireNonNull(task.system()));
        var items = liftings.toLift(task.request(), connector.system());
        if (items.isEmpty()) {
            return new Progress.Finished(() -> {});
        }
        var request = histories.get(task.request());
        var account = new Account(vault.text(task.request(), Field.ACCOUNT).orElseThrow());
        var told = marks.inTurn(task.request(), () -> {
            var others = marks.others(task.request());
            var last = items.stream().filter(item -> !others.containsKey(item)).toList();
            var results = new ArrayList<>(last.isEmpty() ? List.<ItemResult>of() : connector.lift(account, last));
            items.stream().filter(others::containsKey)
                    .forEach(item -> results.add(new ItemResult.CarriedOut(item, Map.of("restricted-by-others", others.get(item)), null, null)));
            return results;
        });
        milestones.passed(Milestone.LIFTED, task);
        var categories = request.items().stream().map(item -> item.holding()).filter(holding -> items.contains(holding.item())).map(holding -> holding.category()).distinct().toList();
        return new Progress.Finished(() -> {
            reports.carriedOut(request.id(), request.reference(), account, Operation.UPDATE, connector.object(), categories);
            liftings.end(request.id(), told);
        });
    }

    @Override
    public void giveUp(FulfilmentTask task, String problem) {
        liftings.failed(task.request(), Objects.requireNonNull(task.system()), problem);
    }
}
