package org.innsyn.audit.recovery;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Open while the store may be served. Once it closes it stays closed until the next start, which compares everything. */
final class Gate {

    private static final Logger log = LoggerFactory.getLogger(Gate.class);

    private final AtomicReference<@Nullable Refusal> refusal = new AtomicReference<>();
    private final Runnable stopWork;

    Gate(Runnable stopWork) {
        this.stopWork = stopWork;
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal.get());
    }

    void close(Refusal why) {
        if (refusal.compareAndSet(null, why)) {
            log.error("{}. {}", why.title(), why.detail());
            // Not on this thread: it may be one of those that are to stop.
            new Thread(stopWork, "gate").start();
        }
    }
}
