package org.innsyn.dsr.fulfilment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AnswerAwaited;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.Trace;
import org.innsyn.dsr.history.ItemStory;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.hold.register.Holds;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.request.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Erases in one system. Where the person's records stand is kept before the first one goes, so that it can be read back, and repeated. */
@Component
class EraseRunner implements TaskRunner {

    private final RequestHistories histories;
    private final RequestVault vault;
    private final Connectors connectors;
    private final Holds holds;
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
            Holds holds,
            AccessReports reports,
            Results results,
            TransactionTemplate transaction,
            LegalClock legalClock,
            JsonMapper json,
            Milestones milestones) {
        this.histories = histories;
        this.vault = vault;
        this.connectors = connectors;
        this.holds = holds;
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
        var account = new Account(vault.text(task.request(), Field.ACCOUNT).orElseThrow());
        var held = begin(request, system, account);
        var decisions = decisions(request, system).stream().filter(decision -> !held.contains(decision.item())).toList();
        if (decisions.isEmpty()) {
            return new Progress.Finished(() -> {});
        }
        var connector = connectors.named(system);
        var trace = connector.trace(task.request(), account, kept(task.request(), system));
        keep(task.request(), system, trace);
        milestones.passed(Milestone.TRACE_KEPT, task);
        // Retention periods are judged on the day of the decision: what was approved is what is done, whenever it succeeds.
        LocalDate day = legalClock.day(Objects.requireNonNull(request.decidedAt()));
        List<ItemResult> told;
        try {
            told = connector.erase(trace, decisions, day);
        } catch (AnswerAwaited e) {
            return new Progress.Waiting(e.pause());
        }
        milestones.passed(Milestone.ERASED, task);
        return new Progress.Finished(() -> {
            reports.carriedOut(request.id(), request.reference(), account, Operation.DELETE, connector.object(), categories(request, system));
            results.tell(request.id(), told);
        });
    }

    /** What a hold stands on is told at once, and waits for its release. */
    private Set<ItemKey> begin(RequestHistory request, String system, Account account) {
        var erased = decisions(request, system).stream().filter(decision -> decision.outcome() == Outcome.ERASE).map(Decision::item).toList();
        var holdings = request.items().stream().map(ItemStory::holding).filter(holding -> erased.contains(holding.item())).toList();
        return Objects.requireNonNull(transaction.execute(_ -> {
            var held = holds.beginErasure(request.id(), account, holdings);
            if (!held.isEmpty()) {
                results.tell(request.id(), List.copyOf(held.values()));
            }
            return held.keySet();
        }));
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
