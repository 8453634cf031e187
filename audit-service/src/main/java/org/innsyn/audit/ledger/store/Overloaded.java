package org.innsyn.audit.ledger.store;

import java.time.Duration;

/** More waits to be recorded than may wait. Nothing of this submission was recorded; it is to be made again. */
public final class Overloaded extends RuntimeException {

    private final Duration retryAfter;

    Overloaded(Duration retryAfter) {
        super("too much waits to be recorded");
        this.retryAfter = retryAfter;
    }

    /** How long to wait before trying again, in whole seconds. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
