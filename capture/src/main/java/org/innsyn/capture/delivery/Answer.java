package org.innsyn.capture.delivery;

import java.time.Duration;
import java.util.List;

/** What came back for a batch. */
sealed interface Answer {

    /** One result per event, in order. */
    record Results(List<Result> each) implements Answer {}

    /** What became of one event. The code says why one was rejected, and is empty otherwise. */
    record Result(Status status, String code, String detail) {}

    /** The three things that can become of an event. */
    enum Status {
        RECORDED,
        DUPLICATE,
        REJECTED
    }

    /** Nothing is known of any event; the same batch is to be sent again, not before that time. */
    record Later(Duration atLeast, String why) implements Answer {}

    /** The batch as a whole is not taken: in smaller parts it may be. */
    record Unreadable(int status) implements Answer {}
}
