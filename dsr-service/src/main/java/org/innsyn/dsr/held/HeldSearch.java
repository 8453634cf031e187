package org.innsyn.dsr.held;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connector;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.ledger.AccessLogs;
import org.innsyn.dsr.request.Grounds;
import org.innsyn.dsr.request.Holding;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.schemas.request.HeldData;
import org.innsyn.schemas.request.HeldData.Item;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks all systems at once. One that does not answer in time is named, and the others are shown all the same. */
@Component
class HeldSearch implements DisposableBean {

    /** Somebody waits before a page. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Connectors connectors;
    private final AccessLogs accessLogs;
    private final LegalClock legalClock;
    private final Clock clock;
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();

    HeldSearch(Connectors connectors, AccessLogs accessLogs, LegalClock legalClock, Clock clock) {
        this.connectors = connectors;
        this.accessLogs = accessLogs;
        this.legalClock = legalClock;
        this.clock = clock;
    }

    HeldData about(Account account) {
        var now = clock.instant();
        LocalDate today = legalClock.day(now);
        Map<String, Future<List<Item>>> answers = new LinkedHashMap<>();
        connectors.all().forEach(connector -> answers.put(connector.system(), asked(() -> in(connector, account, today))));
        answers.put(ItemKey.ACCESS_LOG.system(), asked(() -> List.of(accessLog(account))));

        long until = System.nanoTime() + PATIENCE.toNanos();
        var items = new ArrayList<Item>();
        var silent = new ArrayList<String>();
        answers.forEach((system, answer) -> {
            try {
                items.addAll(answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS));
            } catch (ExecutionException | TimeoutException e) {
                answer.cancel(true);
                silent.add(system);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                silent.add(system);
            }
        });
        return new HeldData(items, silent, legalClock.answerTo(now).limit());
    }

    private Future<List<Item>> asked(Callable<List<Item>> question) {
        return asking.submit(question);
    }

    /** As an erasure would find it: that says what stays, and why, before anybody asks for one. */
    private static List<Item> in(Connector connector, Account account, LocalDate today) {
        return connector.discover(account, Right.ERASURE, today).stream().map(holding -> item(connector, holding)).toList();
    }

    private static Item item(Connector connector, Holding holding) {
        return new Item(holding.item().value(), holding.item().system(), holding.category(), holding.found(), holding.suggestion(),
                connector.basis(holding.item()).orElse(null), holding.ground(), holding.ground() == null ? null : Grounds.text(holding.ground()).orElse(null),
                holding.keptUntil());
    }

    /** Kept under restriction unless the person wants it destroyed: it is the proof of who looked, for them too. */
    private Item accessLog(Account account) {
        long entries = accessLogs.position(account).map(LedgerPosition::head).orElse(0L);
        return new Item(ItemKey.ACCESS_LOG.value(), ItemKey.ACCESS_LOG.system(), "access-log", entries, Outcome.KEEP, "legal-obligation", "accountability",
                Grounds.text("accountability").orElse(null), null);
    }

    @Override
    public void destroy() {
        asking.shutdownNow();
    }
}
