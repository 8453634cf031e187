package org.innsyn.dsr.fulfilment;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.innsyn.platform.crypto.RandomSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the workers work: each looks several times a second whether something is due. */
@Component
class Workshop implements SmartLifecycle {

    static final int PHASE = DEFAULT_PHASE - 1;
    private static final int WORKERS = 2;

    private final TaskQueue queue;
    private final List<TaskRunner> runners;
    private final TransactionTemplate transaction;
    private final Patience patience;
    private final Milestones milestones;
    private final RandomSource random;
    private ScheduledExecutorService workers;
    private ScheduledExecutorService renewals;

    Workshop(TaskQueue queue, List<TaskRunner> runners, TransactionTemplate transaction, Patience patience, Milestones milestones, RandomSource random) {
        this.queue = queue;
        this.runners = runners;
        this.transaction = transaction;
        this.patience = patience;
        this.milestones = milestones;
        this.random = random;
    }

    @Override
    public void start() {
        renewals = Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "task-leases"));
        workers = Executors.newScheduledThreadPool(WORKERS, run -> new Thread(run, "task-worker"));
        var worker = new Worker(queue, runners, transaction, patience, milestones, new Backoff(patience.firstPause(), patience.longestPause(), random), renewals);
        for (int i = 0; i < WORKERS; i++) {
            workers.scheduleWithFixedDelay(worker::workOff, 200, 200, TimeUnit.MILLISECONDS);
        }
    }

    /** Lets what is being done come to its end for a while; what does not is done again after the next start. */
    @Override
    public void stop() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        renewals.shutdownNow();
        workers = null;
    }

    @Override
    public boolean isRunning() {
        return workers != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
