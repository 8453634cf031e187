package org.innsyn.dsr.fulfilment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.ledger.AccessLogs;
import org.innsyn.dsr.request.Holding;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.dsr.request.RequestCommand.AssessRequest;
import org.innsyn.dsr.request.Rights;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.Right;
import org.springframework.stereotype.Component;

/** Searches all systems for what is held about the person. */
@Component
class DiscoverRunner implements TaskRunner {

    private final RequestHistories histories;
    private final RequestVault vault;
    private final Connectors connectors;
    private final AccessLogs accessLogs;
    private final AccessReports reports;
    private final RequestDispatcher requests;
    private final LegalClock legalClock;
    private final Milestones milestones;
    private final Clock clock;

    DiscoverRunner(
            RequestHistories histories,
            RequestVault vault,
            Connectors connectors,
            AccessLogs accessLogs,
            AccessReports reports,
            RequestDispatcher requests,
            LegalClock legalClock,
            Milestones milestones,
            Clock clock) {
        this.histories = histories;
        this.vault = vault;
        this.connectors = connectors;
        this.accessLogs = accessLogs;
        this.reports = reports;
        this.requests = requests;
        this.legalClock = legalClock;
        this.milestones = milestones;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.DISCOVER;
    }

    @Override
    public Progress run(FulfilmentTask task) {
        var request = histories.get(task.request());
        if (request.state() != RequestState.SUBMITTED) {
            return new Progress.Finished(() -> {});
        }
        var account = new Account(vault.text(task.request(), Field.ACCOUNT).orElseThrow());
        var holdings = search(request, account);
        milestones.passed(Milestone.SEARCHED, task);
        return new Progress.Finished(() -> {
            connectors.all().forEach(connector -> reports.carriedOut(
                    request.id(), request.reference(), account, Operation.SEARCH, connector.object(), categories(holdings, connector.system())));
            requests.send(new AssessRequest(request.id(), holdings, clock.instant()));
        });
    }

    private List<Holding> search(RequestHistory request, Account account) {
        LocalDate today = legalClock.day(clock.instant());
        var holdings = new ArrayList<Holding>();
        connectors.all().forEach(connector -> holdings.addAll(connector.discover(account, request.right(), today)));
        long entries = accessLogs.position(account).map(LedgerPosition::head).orElse(0L);
        holdings.add(accessLog(request.right(), entries));
        return holdings.stream().map(holding -> Rights.under(request.right(), holding)).toList();
    }

    /** By default kept under restriction: it is the proof of who looked, for the person too. */
    private static Holding accessLog(Right right, long entries) {
        return right == Right.ERASURE
                ? new Holding(ItemKey.ACCESS_LOG, "access-log", entries, Outcome.KEEP, List.of(Outcome.KEEP, Outcome.ERASE), "accountability", null)
                : new Holding(ItemKey.ACCESS_LOG, "access-log", entries, Outcome.INCLUDE, List.of(Outcome.INCLUDE, Outcome.LEAVE_OUT), null, null);
    }

    private static List<String> categories(List<Holding> holdings, String system) {
        return holdings.stream().filter(holding -> holding.item().system().equals(system)).map(Holding::category).distinct().toList();
    }
}
