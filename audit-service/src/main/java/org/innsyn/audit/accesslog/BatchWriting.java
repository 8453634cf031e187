package org.innsyn.audit.accesslog;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Writes batches one after the other beside whoever makes them, one at a time, so that making and writing overlap. */
final class BatchWriting implements AutoCloseable {

    private final Consumer<List<AccessDocument>> writer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private Future<?> last = CompletableFuture.completedFuture(null);

    BatchWriting(Consumer<List<AccessDocument>> writer) {
        this.writer = writer;
    }

    /** Waits until the batch before is written, and throws what that threw. */
    void write(List<AccessDocument> batch) {
        await();
        last = thread.submit(() -> writer.accept(batch));
    }

    /** Waits until everything is written. */
    void await() {
        try {
            last.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a batch was written", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException("a batch could not be written", e.getCause());
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
