package org.innsyn.dsr.fulfilment;

import java.time.Duration;

/** What came of working on a task. */
sealed interface Progress {

    /** @param effects what is written in the same transaction that finishes the task */
    record Finished(Runnable effects) implements Progress {}

    /** Nothing failed, but somebody else has to do something first. */
    record Waiting(Duration pause) implements Progress {}
}
