package org.innsyn.dsr.fulfilment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AnswerAwaited;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.Trace;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.access.Operation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Erases in one system. Where the person's records stand is kept before the first one goes, so that it can be read back, and repeated. */
@Component
class EraseRunner implements TaskRunner {

    private final RequestHistories histories;
    private final RequestVault vault;
    private final Connectors connectors;
    private final AccessReports reports;
    private final Results results;
    private final TransactionTemplate transaction;
    private final LegalClock legalClock;
    private final JsonMapper json;
    private final Milestones milestones;

    EraseRunner(
            RequestHistories histories,
            RequestVault vault,
            Connectors connectors,
            AccessReports reports,
            Results results,
            TransactionTemplate transaction,
            LegalClock legalClock,
            JsonMapper json,
            Milestones milestones) {
        this.histories = histories;
        this.vault = vault;
        this.connectors = connectors;
        this.reports = reports;
        this.results = results;
        this.transaction = transaction;
        this.legalClock = legalClock;
        this.json = json;
        this.milestones = milestones;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.ERASE;
    }

    @Override
    public Progress run(FulfilmentTask task) {
        var request = histories.get(task.request());
        var system = Objects.requireNonNull(task.system());
        var connector = connectors.named(system);
        var account = new Account(vault.text(task.request(), Field.ACCOUNT).orElseThrow());
        var trace = connector.trace(account, kept(task.request(), system));
        keep(task.request(), system, trace);
        milestones.passed(Milestone.TRACE_KEPT, task);
        // Retention periods are judged on the day of the decision: what was approved is what is done, whenever it succeeds.
        LocalDate day = legalClock.day(Objects.requireNonNull(request.decidedAt()));
        List<ItemResult> told;
        try {
            told = connector.erase(trace, decisions(request, system), day);
        } catch (AnswerAwaited e) {
            return new Progress.Waiting(e.pause());
        }
        milestones.passed(Milestone.ERASED, task);
        return new Progress.Finished(() -> {
            reports.carriedOut(request.id(), request.reference(), account, Operation.DELETE, connector.object(), categories(request, system));
            results.tell(request.id(), told);
        });
    }

    private Trace kept(RequestId request, String system) {
        return vault.bytes(request, Field.trace(system)).map(bytes -> json.readValue(bytes, Trace.class)).orElse(Trace.NONE);
    }

    private void keep(RequestId request, String system, Trace trace) {
        transaction.executeWithoutResult(_ -> vault.put(request, Field.trace(system), json.writeValueAsBytes(trace)));
    }

    private static List<Decision> decisions(RequestHistory request, String system) {
        return request.open().stream().filter(decision -> decision.item().system().equals(system)).toList();
    }

    private static List<String> categories(RequestHistory request, String system) {
        return request.items().stream()
                .map(item -> item.holding())
                .filter(holding -> holding.item().system().equals(system))
                .map(holding -> holding.category())
                .distinct()
                .toList();
    }

    @Override
    public void giveUp(FulfilmentTask task, String problem) {
        var open = decisions(histories.get(task.request()), Objects.requireNonNull(task.system()));
        results.failed(task.request(), open.stream().map(Decision::item).toList(), problem);
    }
}
