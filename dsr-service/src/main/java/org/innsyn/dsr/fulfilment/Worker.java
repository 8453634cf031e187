package org.innsyn.dsr.fulfilment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.export.CopyIncomplete;
import org.innsyn.dsr.fulfilment.TaskQueue.LeaseLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Works tasks off, one at a time. */
final class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final TaskQueue queue;
    private final Map<TaskKind, TaskRunner> runners = new EnumMap<>(TaskKind.class);
    private final TransactionTemplate transaction;
    private final Patience patience;
    private final Milestones milestones;
    private final Backoff backoff;
    private final ScheduledExecutorService renewals;

    Worker(
            TaskQueue queue, List<TaskRunner> runners, TransactionTemplate transaction, Patience patience, Milestones milestones, Backoff backoff,
            ScheduledExecutorService renewals) {
        this.queue = queue;
        runners.forEach(runner -> this.runners.put(runner.kind(), runner));
        this.transaction = transaction;
        this.patience = patience;
        this.milestones = milestones;
        this.backoff = backoff;
        this.renewals = renewals;
    }

    /** Does everything that is due now. */
    void workOff() {
        try {
            for (var task = queue.claim(); task.isPresent() && !Thread.currentThread().isInterrupted(); task = queue.claim()) {
                work(task.get());
            }
        } catch (RuntimeException e) {
            log.warn("tasks wait: {}; nothing is lost", e.getClass().getSimpleName());
            log.debug("tasks wait", e);
        }
    }

    private void work(FulfilmentTask task) {
        long every = patience.lease().toMillis() / 3;
        var renewal = renewals.scheduleWithFixedDelay(() -> queue.renew(task), every, every, TimeUnit.MILLISECONDS);
        try {
            milestones.passed(Milestone.CLAIMED, task);
            switch (runners.get(task.kind()).run(task)) {
                case Progress.Finished finished -> {
                    transaction.executeWithoutResult(_ -> {
                        queue.finish(task, true, null);
                        finished.effects().run();
                        milestones.passed(Milestone.TOLD, task);
                    });
                    milestones.passed(Milestone.ENDED, task);
                }
                case Progress.Waiting waiting -> queue.giveBack(task, waiting.pause(), null);
            }
        } catch (LeaseLost e) {
            log.warn("{} of request {} went to another worker; this one's effects are rolled back", task.kind(), task.request());
        } catch (Exception e) {
            failed(task, e);
        } finally {
            renewal.cancel(false);
        }
    }

    private void failed(FulfilmentTask task, Exception e) {
        String problem = tell(e);
        log.warn("{} of request {} failed at attempt {}: {}", task.kind(), task.request(), task.attempts() + 1, problem);
        log.debug("cause", e);
        if (task.kind().givesUp() && task.attempts() + 1 >= patience.attempts()) {
            transaction.executeWithoutResult(_ -> {
                queue.finish(task, false, problem);
                runners.get(task.kind()).giveUp(task, problem);
            });
        } else {
            queue.giveBack(task, backoff.pause(task.attempts()), problem);
        }
    }

    /** What these two say is written for people and names nobody; anything else might quote what was being written. */
    private static String tell(Exception e) {
        return e instanceof SystemUnavailable || e instanceof CopyIncomplete
                ? e.getMessage()
                : "Something unexpected happened (" + e.getClass().getSimpleName() + ").";
    }
}
