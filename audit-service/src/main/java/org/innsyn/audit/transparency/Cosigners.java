package org.innsyn.audit.transparency;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All configured witnesses, each asked on a thread of its own, so that a slow one keeps neither the others nor anything else waiting. */
public final class Cosigners implements AutoCloseable {

    private static final long EVERY_MILLIS = 250;

    private final List<Cosigning> witnesses;
    private final ScheduledExecutorService threads;

    Cosigners(List<Cosigning> witnesses) {
        this.witnesses = List.copyOf(witnesses);
        this.threads = Executors.newScheduledThreadPool(Math.max(1, witnesses.size()), Thread.ofPlatform().daemon().name("witness-", 1).factory());
        witnesses.forEach(each -> threads.scheduleWithFixedDelay(each, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** How many witnesses refuse this log, or remember more of it than there is. */
    public long troubled() {
        return witnesses.stream().filter(Cosigning::isTroubled).count();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
