package org.innsyn.drill;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what must come true. */
public final class Until {

    private Until() {}

    /** @throws IllegalStateException when it does not within {@code limit} */
    public static void holds(String what, Duration limit, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("within %d seconds it did not come true that %s".formatted(limit.toSeconds(), what));
            }
            Thread.sleep(50);
        }
    }
}
