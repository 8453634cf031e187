package org.innsyn.platform.clockwork;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does things again and again until it is stopped. Work that throws is not done any more, so it has to see to its own failures. */
public final class Clockwork {

    private final ScheduledExecutorService threads;

    /**
     * @param name of its threads, as it stands in logs
     * @param threads how many things may be done at the same time
     */
    public Clockwork(String name, int threads) {
        this.threads = Executors.newScheduledThreadPool(threads, run -> new Thread(run, name));
    }

    /** @param pause from the end of one time to the beginning of the next; the first begins after it too */
    public Clockwork every(Duration pause, Runnable work) {
        threads.scheduleWithFixedDelay(work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /**
     * Begins nothing any more, and lets what is being done come to its end.
     *
     * @param patience how long; then it is interrupted
     */
    public void stop(Duration patience) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
