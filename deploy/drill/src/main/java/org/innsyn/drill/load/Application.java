package org.innsyn.drill.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * One application: it reports its numbered accesses in order, and sends a batch again until all of it is acknowledged. So everything below
 * {@link #acknowledged()} was acknowledged, and nothing from {@link #acknowledged()} plus one batch on was ever sent.
 */
public abstract class Application implements AutoCloseable {

    private static final long BEFORE_AGAIN_NANOS = 50_000_000;

    /** What an application is to do. */
    private enum Order { WORK, PAUSE, END }

    private final String source;
    private final int batch;
    private final Duration between;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile Order order = Order.PAUSE;
    private volatile boolean idle = true;
    private volatile String lastAnswer = "nothing yet";

    /** @param between how long it rests after a batch was acknowledged */
    Application(String source, int batch, Duration between) {
        this.source = source;
        this.batch = batch;
        this.between = between;
        this.thread = new Thread(this::run, source);
    }

    /**
     * Sends the reports from {@code first} on.
     *
     * @return whether every single one was acknowledged; when it is not known, no
     * @throws IllegalStateException when one was refused for good
     */
    abstract boolean send(long first, int count) throws InterruptedException;

    /** What became of a batch that was not acknowledged, for whoever waits for it in vain. */
    final void notAcknowledged(String answer) {
        lastAnswer = answer;
    }

    public final String source() {
        return source;
    }

    /** How many reports, from the first on, were acknowledged. */
    public final long acknowledged() {
        return acknowledged.get();
    }

    final void begin() {
        thread.start();
    }

    final void work() {
        order = Order.WORK;
    }

    /** Makes no new reports; the last ones are sent until they are acknowledged. */
    final void pause() {
        order = Order.PAUSE;
    }

    /** Whether everything it has sent was acknowledged and it sends nothing. */
    final boolean isIdle() {
        if (failure.get() != null) {
            throw new IllegalStateException(source + " was refused", failure.get());
        }
        return order == Order.PAUSE && idle;
    }

    /** In words: whom it waits for. */
    @Override
    public final String toString() {
        return "%s, from report %d on (last: %s)".formatted(source, acknowledged(), lastAnswer);
    }

    private void run() {
        try {
            while (order != Order.END) {
                idle = order == Order.PAUSE;
                if (!idle) {
                    report();
                }
                LockSupport.parkNanos(between.toNanos());
            }
        } catch (RuntimeException refused) {
            failure.set(refused);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void report() throws InterruptedException {
        while (!send(acknowledged.get(), batch)) {
            if (order == Order.END) {
                return;
            }
            LockSupport.parkNanos(BEFORE_AGAIN_NANOS);
        }
        acknowledged.addAndGet(batch);
    }

    /** Ends it at once, whether the last batch was acknowledged or not. */
    @Override
    public void close() {
        order = Order.END;
        thread.interrupt();
    }

    final void join() throws InterruptedException {
        thread.join();
    }
}
