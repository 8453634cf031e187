package org.innsyn.dsr.fulfilment;

import java.util.List;
import java.util.Objects;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AnswerAwaited;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.Correction;
import org.innsyn.dsr.correction.Corrections;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.request.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Corrects in one system what was approved field by field (GDPR Art. 16). What no field was named for is people's to do, and they say what they did. */
@Component
class RectifyRunner implements TaskRunner {

    private final RequestHistories histories;
    private final RequestVault vault;
    private final Connectors connectors;
    private final Corrections corrections;
    private final AccessReports reports;
    private final Results results;
    private final TransactionTemplate transaction;
    private final Milestones milestones;

    RectifyRunner(
            RequestHistories histories,
            RequestVault vault,
            Connectors connectors,
            Corrections corrections,
            AccessReports reports,
            Results results,
            TransactionTemplate transaction,
            Milestones milestones) {
        this.histories = histories;
        this.vault = vault;
        this.connectors = connectors;
        this.corrections = corrections;
        this.reports = reports;
        this.results = results;
        this.transaction = transaction;
        this.milestones = milestones;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.RECTIFY;
    }

    @Override
    public Progress run(FulfilmentTask task) {
        var request = histories.get(task.request());
        var connector = connectors.named(Objects.requireNonNull(task.system()));
        var wanted = wanted(request, connector.system());
        if (wanted.isEmpty()) {
            return new Progress.Finished(() -> {});
        }
        var account = new Account(vault.text(task.request(), Field.ACCOUNT).orElseThrow());
        var before = connector.saying(account, wanted);
        transaction.executeWithoutResult(_ -> corrections.before(request.id(), before));
        milestones.passed(Milestone.BEFORE_KEPT, task);
        List<ItemResult> told;
        try {
            told = connector.rectify(request.id(), account, wanted);
        } catch (AnswerAwaited e) {
            return new Progress.Waiting(e.pause());
        }
        milestones.passed(Milestone.RECTIFIED, task);
        var items = wanted.stream().map(Correction::item).toList();
        var categories = request.items().stream().map(item -> item.holding()).filter(holding -> items.contains(holding.item())).map(holding -> holding.category()).distinct().toList();
        return new Progress.Finished(() -> {
            told.stream().filter(ItemResult.CarriedOut.class::isInstance).forEach(result -> corrections.done(request.id(), result.item()));
            reports.carriedOut(request.id(), request.reference(), account, Operation.UPDATE, connector.object(), categories);
            results.tell(request.id(), told);
        });
    }

    private List<Correction> wanted(RequestHistory request, String system) {
        var items = request.open().stream().filter(decision -> decision.outcome() == Outcome.CORRECT && decision.item().system().equals(system)).map(Decision::item).toList();
        return corrections.decided(request.id(), items);
    }

    @Override
    public void giveUp(FulfilmentTask task, String problem) {
        List<ItemKey> items = wanted(histories.get(task.request()), Objects.requireNonNull(task.system())).stream().map(Correction::item).distinct().toList();
        results.failed(task.request(), items, problem);
    }
}
