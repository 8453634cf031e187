package org.innsyn.capture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * Told what becomes of captured accesses, on the delivering thread: be quick. What it throws is ignored. Nothing it is told is personal data.
 */
public interface CaptureListener {

    /**
     * An event is recorded.
     *
     * @param people how many it is about
     * @param duplicate whether it had been recorded before: its first answer was lost
     */
    default void acknowledged(UUID id, int people, boolean duplicate) {}

    /** An event will not be recorded as it is. It is kept; see {@link Capture#refused} and {@link Capture#reportRefusedAgain}. */
    default void refused(Refused event) {}

    /**
     * Something in the spool is no record any more: somebody or something changed the files.
     *
     * @param keptIn a file with the bytes, sealed as they were; empty where records were taken out
     * @param first the first of the numbers that are missing because of it
     * @param last the last of them, as far as is known
     */
    default void damaged(Path keptIn, long first, long last) {}

    /** Delivery does not go on for now; what is captured waits. Told once, until it goes on again. */
    default void away(String why, Duration nextTry) {}

    /** Delivery goes on again. */
    default void back() {}
}
