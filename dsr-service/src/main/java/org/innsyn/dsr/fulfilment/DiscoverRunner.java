package org.innsyn.dsr.fulfilment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.SystemUnavailable;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Searches all systems for what is held about the person. */
@Component
class DiscoverRunner implements TaskRunner {

    private static final Logger log = LoggerFactory.getLogger(DiscoverRunner.class);

    private final RequestHistories histories;
    private final RequestVault vault;
    private final Connectors connectors;
    private final AccessLogs accessLogs;
    private final AccessReports reports;
    private final RequestDispatcher requests;
    private final LegalClock legalClock;
    private final Milestones milestones;
    private final Patience patience;
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
            Patience patience,
            Clock clock) {
        this.histories = histories;
        this.vault = vault;
        this.connectors = connectors;
        this.accessLogs = accessLogs;
        this.reports = reports;
        this.requests = requests;
        this.legalClock = legalClock;
        this.milestones = milestones;
        this.patience = patience;
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
        var away = new TreeSet<String>();
        var holdings = search(request, account, task.attempts() + 1 >= patience.attempts(), away);
        milestones.passed(Milestone.SEARCHED, task);
        return new Progress.Finished(() -> {
            connectors.all().stream().filter(connector -> !away.contains(connector.system())).forEach(connector -> reports.carriedOut(
                    request.id(), request.reference(), account, Operation.SEARCH, connector.object(), categories(holdings, connector.system())));
            requests.send(new AssessRequest(request.id(), holdings, clock.instant()));
        });
    }

    /**
     * @param goOn whether it was tried often enough: systems that do not answer keep nobody waiting any more, and their items say that nobody counted
     * @param away gets their names
     */
    private List<Holding> search(RequestHistory request, Account account, boolean goOn, Set<String> away) {
        LocalDate today = legalClock.day(clock.instant());
        var holdings = new ArrayList<Holding>();
        for (var connector : connectors.all()) {
            try {
                holdings.addAll(connector.discover(account, request.right(), today));
            } catch (SystemUnavailable e) {
                if (!goOn) {
                    throw e;
                }
                log.warn("request {} goes on without {}: {}", request.id(), connector.system(), e.getMessage());
                away.add(connector.system());
                holdings.addAll(connector.undiscovered(request.right()));
            }
        }
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
