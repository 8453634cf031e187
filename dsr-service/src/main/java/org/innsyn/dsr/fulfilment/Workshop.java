package org.innsyn.dsr.fulfilment;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.innsyn.platform.clockwork.Clockwork;
import org.innsyn.platform.crypto.RandomSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the workers work: each looks several times a second whether something is due. */
@Component
class Workshop implements SmartLifecycle {

    static final int PHASE = DEFAULT_PHASE - 1;
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WORKERS = 2;
    private static final Duration EVERY = Duration.ofMillis(200);

    private final TaskQueue queue;
    private final List<TaskRunner> runners;
    private final TransactionTemplate transaction;
    private final Patience patience;
    private final Milestones milestones;
    private final RandomSource random;
    private Clockwork workers;
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
        workers = new Clockwork("task-worker", WORKERS);
        var worker = new Worker(queue, runners, transaction, patience, milestones, new Backoff(patience.firstPause(), patience.longestPause(), random), renewals);
        for (int i = 0; i < WORKERS; i++) {
            workers.every(EVERY, worker::workOff);
        }
    }

    /** Lets what is being done come to its end for a while; what does not is done again after the next start. */
    @Override
    public void stop() {
        workers.stop(PATIENCE);
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
