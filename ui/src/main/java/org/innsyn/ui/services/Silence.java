package org.innsyn.ui.services;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a service stopped answering without refusing. Then one caller after the other asks whether it is back, and everybody else is told at once: a page
 * asks many things one after the other, and each would wait its whole time.
 */
final class Silence {

    /** Longer than any service takes to notice that what it stands on refuses; shorter than it waits for what hangs. */
    private static final Duration LONG = Duration.ofSeconds(3);

    private final Duration patience;
    private final Duration pause;
    private final Clock clock;
    private Instant answeredAt = Instant.MIN;
    private Instant askAgainAt = Instant.MIN;
    private boolean silent;

    /**
     * @param patience how long a caller waits for an answer
     * @param pause how long nobody asks after a caller waited in vain
     */
    Silence(Duration patience, Duration pause, Clock clock) {
        this.patience = patience;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * Before a call.
     *
     * @return since when the caller waits
     * @throws ServiceProblem {@code AWAY} where somebody else waits, or just waited in vain
     */
    synchronized Instant enter() {
        var now = clock.instant();
        if (silent) {
            if (now.isBefore(askAgainAt)) {
                throw new ServiceProblem(ServiceProblem.Kind.AWAY, "no answer lately");
            }
            askAgainAt = now.plus(patience);
        }
        return now;
    }

    /** It answered, whatever it was, or refused to. */
    synchronized void answered() {
        answeredAt = clock.instant();
        silent = false;
    }

    /**
     * It answered that something it stands on is away. Where that took it long, the next caller would wait as long; they are told at once, as
     * if it had not answered.
     */
    synchronized void answeredForAnother(Instant since) {
        if (clock.instant().isBefore(since.plus(LONG))) {
            answered();
        } else {
            inVain(since);
        }
    }

    /** A call was not answered in time. Where others were in the meantime, it was that call, and not the service. */
    synchronized void inVain(Instant since) {
        if (answeredAt.isBefore(since)) {
            silent = true;
            askAgainAt = clock.instant().plus(pause);
        }
    }
}
