package org.innsyn.dsr.connector;

import java.time.Duration;

/** A system took what it was asked and answers later. Nothing is wrong: look again after a pause. */
public final class AnswerAwaited extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    /** @param pause how long to wait before looking again */
    public AnswerAwaited(Duration pause) {
        super("the system answers later");
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
