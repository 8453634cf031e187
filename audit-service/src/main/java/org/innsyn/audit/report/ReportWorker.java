package org.innsyn.audit.report;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.innsyn.audit.report.LoggedEntries.NotAsLogged;
import org.innsyn.audit.report.ReportRows.HoldLost;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Makes the reports that are asked for, one at a time, and ends those whose time is over. */
final class ReportWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReportWorker.class);
    private static final int ATTEMPTS = 5;
    private static final Duration UNTIL_THE_LOG_COVERS_IT = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);

    private final ReportRows rows;
    private final ReportMaker maker;
    private @Nullable ScheduledExecutorService worker;
    private @Nullable ScheduledExecutorService renewals;

    ReportWorker(ReportRows rows, ReportMaker maker) {
        this.rows = rows;
        this.maker = maker;
    }

    @Override
    public void start() {
        renewals = Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "report-leases"));
        worker = Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "report-worker"));
        worker.scheduleWithFixedDelay(this::workOff, 500, 500, TimeUnit.MILLISECONDS);
    }

    private void workOff() {
        try {
            for (var due = rows.claim(); due.isPresent() && !Thread.currentThread().isInterrupted(); due = rows.claim()) {
                make(due.get());
            }
            for (var over : rows.expiring()) {
                maker.expire(over);
            }
        } catch (Exception e) {
            log.warn("reports wait: {}; nothing is lost", e.getClass().getSimpleName());
            log.debug("cause", e);
        }
    }

    private void make(ReportJob held) {
        long every = ReportRows.LEASE.toMillis() / 3;
        var renewal = renewals.scheduleWithFixedDelay(() -> rows.renew(held), every, every, TimeUnit.MILLISECONDS);
        try {
            if (!maker.make(held)) {
                rows.giveBack(held, UNTIL_THE_LOG_COVERS_IT, false);
            }
        } catch (HoldLost e) {
            log.warn("report {} is made by another process; this one's work is thrown away", held.id());
        } catch (Exception e) {
            if (Thread.interrupted()) {
                // The service is being stopped: that is nobody's failure.
                rows.giveBack(held, Duration.ZERO, false);
                Thread.currentThread().interrupt();
            } else {
                failed(held, e);
            }
        } finally {
            renewal.cancel(false);
        }
    }

    private void failed(ReportJob held, Exception e) {
        log.warn("report {} failed at attempt {} ({})", held.id(), held.attempts() + 1, e.getClass().getSimpleName());
        log.debug("cause", e);
        if (e instanceof NotAsLogged || held.attempts() + 1 >= ATTEMPTS) {
            rows.failed(held, e instanceof NotAsLogged ? e.getMessage() : "Something unexpected happened (" + e.getClass().getSimpleName() + ").");
        } else {
            rows.giveBack(held, AFTER_A_FAILURE.multipliedBy(1L << held.attempts()), true);
        }
    }

    /** What is being made is given up; it is begun anew after the next start, or at once by another process. */
    @Override
    public void stop() {
        worker.shutdownNow();
        renewals.shutdownNow();
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("a report is still being made; what comes of it will not count");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worker = null;
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
