package org.innsyn.dsr.export;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;

/** Asks for the next part while the one before it is worked on: one part ahead, never more, so memory holds two. */
final class Ahead<T> implements AutoCloseable {

    private static final Executor EACH_ITS_OWN = task -> Thread.ofVirtual().name("ahead").start(task);

    private final LongFunction<T> question;
    private final long step;
    private final long end;
    private long from;
    private CompletableFuture<T> coming;

    /**
     * @param question the part that begins after a number
     * @param from the first number to begin after
     * @param step how many numbers a part has
     * @param end where nothing is asked for any more
     */
    Ahead(LongFunction<T> question, long from, long step, long end) {
        this.question = question;
        this.step = step;
        this.end = end;
        this.from = from;
        this.coming = ask();
    }

    boolean hasNext() {
        return from < end;
    }

    /** The next part; what its question throws. */
    T next() {
        try {
            T part = coming.join();
            from += step;
            coming = ask();
            return part;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private CompletableFuture<T> ask() {
        long after = from;
        return after < end ? CompletableFuture.supplyAsync(() -> question.apply(after), EACH_ITS_OWN) : CompletableFuture.completedFuture(null);
    }

    /** Waits for what was asked and is not wanted any more. */
    @Override
    public void close() {
        coming.handle((_, _) -> null).join();
    }
}
