package org.innsyn.platform.eventstore;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that fills a processor's buffer. Axon 4.13 buffers 1,024 events and, when it finds the buffer full, looks again after
 * 100 ms, which makes ten thousand events a second the limit of whoever could take more; here it looks again after {@value #SOON_MS} ms.
 * Every longer wait, for news, for claims, or after a failure, is left as it is.
 */
final class RefillingSoon extends ScheduledThreadPoolExecutor {

    private static final int FULL_MS = 100;
    private static final int SOON_MS = 5;

    RefillingSoon(String thread) {
        super(1, Thread.ofPlatform().daemon().name(thread).factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        var full = unit.toMillis(delay) == FULL_MS;
        return super.schedule(task, full ? SOON_MS : delay, full ? TimeUnit.MILLISECONDS : unit);
    }
}
