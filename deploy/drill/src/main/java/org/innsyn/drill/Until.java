package org.innsyn.drill;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must come true. */
public final class Until {

    private Until() {}

    /** @throws IllegalStateException when it does not within {@code limit} */
    public static void holds(String what, Duration limit, BooleanSupplier condition) throws InterruptedException {
        holds(() -> what, limit, condition);
    }

    /** @param what asked for when it did not come true */
    public static void holds(Supplier<String> what, Duration limit, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("within %d seconds it did not come true that %s".formatted(limit.toSeconds(), what.get()));
            }
            Thread.sleep(50);
        }
    }
}
