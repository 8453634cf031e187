package org.innsyn.audit.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.innsyn.audit.accesslog.AccessLogIndex;
import org.innsyn.audit.accesslog.ShardMarks;
import org.innsyn.audit.accesslog.Unindexing;
import org.innsyn.audit.journal.StoreJournal;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.store.Shredder;
import org.innsyn.platform.vault.Epochs;
import org.innsyn.schemas.task.Task;
import org.innsyn.schemas.task.TaskResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again at what a task did, in the store and in the index, and only then says it is done; and says so again when no backup can
 * bring it back.
 */
final class ReadBack {

    private static final Logger log = LoggerFactory.getLogger(ReadBack.class);

    /** While nobody waits it looks only every so many times. */
    private static final int RESTS = 4;

    private final LedgerTasks tasks;
    private final Shredder shredder;
    private final AccessLogIndex index;
    private final Unindexing unindexing;
    private final TaskResults results;
    private final Epochs epochs;
    private final StoreJournal journal;
    private final Clock clock;
    private Optional<Expunging> expunging = Optional.empty();
    private volatile boolean waiting;
    private int rested;
    private int restedFromDocuments;

    /** Those whose deleted documents the index still keeps in its files, and what it had done when they had been deleted. Begun anew after a restart. */
    private record Expunging(List<LedgerTasks.Recoverable> all, ShardMarks deleted) {}

    ReadBack(LedgerTasks tasks, Shredder shredder, AccessLogIndex index, Unindexing unindexing, TaskResults results, Epochs epochs, StoreJournal journal, Clock clock) {
        this.tasks = tasks;
        this.shredder = shredder;
        this.index = index;
        this.unindexing = unindexing;
        this.results = results;
        this.epochs = epochs;
        this.journal = journal;
        this.clock = clock;
    }

    /** Completes what can be completed. Called again and again; what is not ready waits for the next time. */
    void run() {
        if (!waiting && ++rested % RESTS != 0) {
            return;
        }
        quietly(() -> {
            var open = tasks.open();
            waiting = !open.isEmpty();
            open.forEach(this::complete);
            epochs.beyondRecoveryBefore().map(tasks::recoverable).filter(each -> !each.isEmpty()).ifPresent(this::expungeAndTellAgain);
        });
    }

    /** Removes what is to be removed from the index. Called beside {@link #run}: rows and documents go at the same time. */
    void removeDocuments() {
        if (waiting || ++restedFromDocuments % RESTS == 0) {
            quietly(unindexing::run);
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("reading back tasks failed with {}; trying again", e instanceof AccessLogIndex.IndexUnavailable index ? index.getMessage() : e.getClass().getSimpleName());
            log.debug("cause", e);
        }
    }

    private void complete(LedgerTasks.Open open) {
        if (open.task().action() == Task.Action.SHRED && !shredder.sweepSome(new LedgerId(open.task().ledger()))) {
            return;
        }
        var remaining = remaining(open.task());
        var unreadable = unreadableSince(open, remaining);
        if (remaining.values().stream().allMatch(count -> count == 0)) {
            var done = new TaskResult(open.task().taskId(), TaskResult.Status.DONE, "", open.affected(), remaining, clock.instant(),
                    unreadable.orElse(null), null);
            if (open.task().action() == Task.Action.SHRED) {
                // Nobody is told that they are erased before that is known outside the database.
                journal.erased(open.task().ledger(), open.task().taskId());
            }
            // Told before it is remembered as told: told twice does no harm, never would.
            results.tell(done);
            tasks.complete(done);
        }
    }

    /** When a look first found no key and no detail: rather a moment late than a moment too early. */
    private Optional<Instant> unreadableSince(LedgerTasks.Open open, Map<String, Long> remaining) {
        if (open.unreadableAt().isPresent() || open.task().action() != Task.Action.SHRED || remaining.get("keys") + remaining.get("details") > 0) {
            return open.unreadableAt();
        }
        var now = clock.instant();
        tasks.unreadable(open.task().taskId(), now);
        return Optional.of(now);
    }

    /** Deleted documents lie in the index's files until those are written anew: done once for all of them, before anybody is told. */
    private void expungeAndTellAgain(List<LedgerTasks.Recoverable> all) {
        if (expunging.isEmpty()) {
            expunging = Optional.of(new Expunging(all, index.marks()));
        }
        if (index.expunge(expunging.get().deleted())) {
            expunging.get().all().forEach(this::tellAgain);
            expunging = Optional.empty();
        }
    }

    private void tellAgain(LedgerTasks.Recoverable recoverable) {
        epochs.beyondRecoverySince(recoverable.shreddedAt()).map(recoverable.told()::withBeyondRecoverySince).ifPresent(result -> {
            results.tell(result);
            tasks.beyondRecovery(result);
        });
    }

    private Map<String, Long> remaining(Task task) {
        if (task.action() == Task.Action.RESTRICT) {
            return Map.of();
        }
        var ledger = new LedgerId(task.ledger());
        var remaining = new TreeMap<>(shredder.remaining(ledger));
        // Until the projection has passed the ledger's end, an empty index may only mean that it is behind.
        remaining.put("documents", unindexing.isEmptied(ledger) ? index.countAfterRefresh(ledger) : 1L);
        return remaining;
    }
}
