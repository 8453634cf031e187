package org.innsyn.dsr.fulfilment;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.calendar.RulePack;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AnswerAwaited;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.export.CopyContents;
import org.innsyn.dsr.export.CopyStore;
import org.innsyn.dsr.export.CopyWriter;
import org.innsyn.dsr.history.ItemStory;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.CopyPackage;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.dsr.withholding.WithheldRecords;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.crypto.SealingKey;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.request.Outcome;
import org.springframework.stereotype.Component;

/** Writes the person's copy. It is made whole or not at all, so its items succeed or fail together. */
@Component
class CopyRunner implements TaskRunner {

    private final RequestHistories histories;
    private final RequestVault vault;
    private final Connectors connectors;
    private final CopyWriter writer;
    private final CopyStore store;
    private final AccessReports reports;
    private final Results results;
    private final WithheldRecords withheld;
    private final LegalClock legalClock;
    private final RandomSource random;
    private final Patience patience;
    private final Milestones milestones;
    private final Clock clock;

    CopyRunner(
            RequestHistories histories,
            RequestVault vault,
            Connectors connectors,
            CopyWriter writer,
            CopyStore store,
            AccessReports reports,
            Results results,
            WithheldRecords withheld,
            LegalClock legalClock,
            RandomSource random,
            Patience patience,
            Milestones milestones,
            Clock clock) {
        this.histories = histories;
        this.vault = vault;
        this.connectors = connectors;
        this.writer = writer;
        this.store = store;
        this.reports = reports;
        this.results = results;
        this.withheld = withheld;
        this.legalClock = legalClock;
        this.random = random;
        this.patience = patience;
        this.milestones = milestones;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.COPY;
    }

    @Override
    public Progress run(FulfilmentTask task) throws IOException {
        var request = histories.get(task.request());
        var account = new Account(vault.text(task.request(), Field.ACCOUNT).orElseThrow());
        try {
            // Nothing is read twice because somebody else is not ready.
            included(request).stream().map(ItemKey::system).filter(system -> !system.equals(ItemKey.ACCESS_LOG.system())).distinct()
                    .forEach(system -> connectors.named(system).prepare(request.id(), account));
        } catch (AnswerAwaited e) {
            return new Progress.Waiting(e.pause());
        }
        milestones.passed(Milestone.SYSTEMS_READY, task);
        byte[] key = random.bytes(SealingKey.LENGTH);
        var records = new HashMap<ItemKey, Long>();
        var kept = store.keep(request.id(), key, out -> {
            records.putAll(writer.write(contents(request), account, out));
            milestones.passed(Milestone.COPY_DRAFTED, task);
        });
        milestones.passed(Milestone.COPY_WRITTEN, task);
        return new Progress.Finished(() -> {
            var now = clock.instant();
            vault.put(request.id(), Field.COPY_KEY, key);
            report(request, account);
            results.tell(request.id(), told(request, records), new CopyPackage(kept.sizeBytes(), kept.sha256(), now.plus(patience.copyLife())));
        });
    }

    private static List<ItemKey> included(RequestHistory request) {
        return request.decisions().stream().filter(decision -> decision.outcome() == Outcome.INCLUDE).map(Decision::item).toList();
    }

    private CopyContents contents(RequestHistory request) {
        return new CopyContents(
                request.id(), request.reference(), request.right(), request.receivedAt(), Objects.requireNonNull(request.decidedAt()), request.decisions(),
                request.items().stream().collect(Collectors.toMap(item -> item.holding().item(), item -> item.holding().category())), withheld.of(request.id()), request.ledger(),
                legalClock.refusalOf(request.course()).map(RulePack.Refusal::authority).orElse(null));
    }

    private List<ItemResult> told(RequestHistory request, Map<ItemKey, Long> records) {
        var told = new ArrayList<ItemResult>();
        for (var decision : request.open()) {
            told.add(new ItemResult.CarriedOut(decision.item(), affected(decision, records), null, clock.instant()));
        }
        return told;
    }

    private static Map<String, Long> affected(Decision decision, Map<ItemKey, Long> records) {
        return decision.outcome() == Outcome.INCLUDE ? Map.of("included", records.getOrDefault(decision.item(), 0L)) : Map.of("left-out", 1L);
    }

    private void report(RequestHistory request, Account account) {
        for (var connector : connectors.all()) {
            var categories = request.items().stream()
                    .filter(item -> item.decision().outcome() == Outcome.INCLUDE && item.holding().item().system().equals(connector.system()))
                    .map(ItemStory::holding)
                    .map(holding -> holding.category())
                    .distinct()
                    .toList();
            if (!categories.isEmpty()) {
                reports.carriedOut(request.id(), request.reference(), account, Operation.EXPORT, connector.object(), categories);
            }
        }
    }

    @Override
    public void giveUp(FulfilmentTask task, String problem) {
        results.failed(task.request(), histories.get(task.request()).open().stream().map(Decision::item).toList(), problem);
    }
}
