package org.innsyn.bench.measure;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Begins work at fixed times, whether what began before is done or not, and measures each from the time at which it should have begun:
 * whoever stalls pays for everything that should have begun meanwhile (no coordinated omission).
 */
public final class OpenLoop {

    private final int perSecond;

    public OpenLoop(int perSecond) {
        this.perSecond = perSecond;
    }

    /**
     * @param work begins the i-th piece and returns at once; completes when that is done
     * @return milliseconds of each
     */
    public Series run(int count, IntFunction<CompletableFuture<?>> work) {
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long begun = System.nanoTime() + gap;
        List<CompletableFuture<Double>> pending = IntStream.range(0, count).mapToObj(i -> {
            long due = begun + i * gap;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            return work.apply(i).thenApply(done -> (System.nanoTime() - due) / 1e6);
        }).toList();
        return new Series(pending.stream().map(CompletableFuture::join).toList());
    }
}
