package org.innsyn.dsr.fulfilment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AnswerAwaited;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.Trace;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.history.ItemStory;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.RequestCommand.RecordErasedAgain;
import org.innsyn.dsr.restorecheck.RestoreChecks;
import org.innsyn.dsr.restorecheck.RestoreChecks.Place;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.request.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks whether what one erasure removed from one system is there again, and removes it again by the trace that was kept. An erasure that is done once more is
 * noted before it begins: killed in between, it is finished and told, and not taken for one that was never needed.
 */
@Component
class RecheckRunner implements TaskRunner {

    private final RequestHistories histories;
    private final RequestVault vault;
    private final Connectors connectors;
    private final RestoreChecks checks;
    private final AccessReports reports;
    private final RequestDispatcher requests;
    private final TransactionTemplate transaction;
    private final LegalClock legalClock;
    private final JsonMapper json;
    private final Milestones milestones;
    private final Clock clock;

    RecheckRunner(
            RequestHistories histories,
            RequestVault vault,
            Connectors connectors,
            RestoreChecks checks,
            AccessReports reports,
            RequestDispatcher requests,
            TransactionTemplate transaction,
            LegalClock legalClock,
            JsonMapper json,
            Milestones milestones,
            Clock clock) {
        this.histories = histories;
        this.vault = vault;
        this.connectors = connectors;
        this.checks = checks;
        this.reports = reports;
        this.requests = requests;
        this.transaction = transaction;
        this.legalClock = legalClock;
        this.json = json;
        this.milestones = milestones;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.RECHECK;
    }

    @Override
    public Progress run(FulfilmentTask task) {
        var request = histories.get(task.request());
        var place = new Place(task.request(), Objects.requireNonNull(task.system()));
        var erased = erased(request, place.system());
        if (erased.stream().noneMatch(decision -> decision.outcome() == Outcome.ERASE)) {
            return new Progress.Finished(() -> checks.end(place, "clean", 0, null));
        }
        var kept = vault.bytes(task.request(), Field.trace(place.system()));
        var account = vault.text(task.request(), Field.ACCOUNT);
        if (kept.isEmpty() || account.isEmpty()) {
            return new Progress.Finished(() -> checks.end(place, "failed", 0, "What this request knew of the person is past its own time, so nobody can tell."));
        }
        LocalDate day = legalClock.day(Objects.requireNonNull(request.decidedAt()));
        var connector = connectors.named(place.system());
        var begun = vault.bytes(task.request(), Field.traceAgain(place.system())).map(bytes -> json.readValue(bytes, Trace.class));
        var trace = begun.orElseGet(() -> json.readValue(kept.get(), Trace.class));
        long found = connector.back(trace, erased, day);
        if (begun.isEmpty() && (found == 0 || !checks.wanted(place).orElse(false))) {
            return new Progress.Finished(() -> checks.end(place, found == 0 ? "clean" : "back", found, null));
        }
        var again = begun.orElseGet(() -> connector.again(trace));
        if (begun.isEmpty()) {
            transaction.executeWithoutResult(_ -> vault.put(task.request(), Field.traceAgain(place.system()), json.writeValueAsBytes(again)));
        }
        milestones.passed(Milestone.TRACE_KEPT, task);
        List<ItemResult> results;
        try {
            results = connector.erase(again, erased, day);
        } catch (AnswerAwaited e) {
            return new Progress.Waiting(e.pause());
        }
        milestones.passed(Milestone.ERASED, task);
        return new Progress.Finished(() -> tell(request, new Account(account.get()), place, results));
    }

    private void tell(RequestHistory request, Account account, Place place, List<ItemResult> results) {
        var connector = connectors.named(place.system());
        reports.carriedOut(request.id(), request.reference(), account, Operation.DELETE, connector.object(), categories(request, place.system()));
        long records = 0;
        for (var result : results) {
            if (result instanceof ItemResult.CarriedOut done && isErased(request, done)) {
                records += done.affected().getOrDefault("erased", 0L) + done.affected().getOrDefault("masked", 0L);
                requests.send(new RecordErasedAgain(request.id(), done, clock.instant()));
            }
        }
        vault.remove(request.id(), Field.traceAgain(place.system()));
        boolean all = results.stream().allMatch(ItemResult.CarriedOut.class::isInstance);
        checks.end(place, all ? "erased" : "failed", records, all ? null : "Records were found again after they were removed.");
    }

    private static boolean isErased(RequestHistory request, ItemResult.CarriedOut done) {
        return request.decisions().stream().anyMatch(decision -> decision.item().equals(done.item()) && decision.outcome() == Outcome.ERASE);
    }

    /** What was carried out there: what failed at the time was never gone. */
    private static List<Decision> erased(RequestHistory request, String system) {
        return request.items().stream()
                .filter(item -> item.holding().item().system().equals(system) && item.result() != null)
                .map(ItemStory::decision)
                .toList();
    }

    private static List<String> categories(RequestHistory request, String system) {
        return request.items().stream().map(ItemStory::holding).filter(holding -> holding.item().system().equals(system)).map(holding -> holding.category()).distinct().toList();
    }

    @Override
    public void giveUp(FulfilmentTask task, String problem) {
        checks.end(new Place(task.request(), Objects.requireNonNull(task.system())), "failed", 0, problem);
    }
}
