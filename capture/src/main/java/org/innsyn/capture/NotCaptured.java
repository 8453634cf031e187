package org.innsyn.capture;

import org.jspecify.annotations.Nullable;

/**
 * The access was not captured: do not hand out the data. Nothing is known to be kept of it; in the rare case that some of it reached the disk
 * it is reported all the same, which says too much rather than too little.
 */
public class NotCaptured extends RuntimeException {

    public NotCaptured(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The spool had no room for as long as the caller may wait: Innsyn has not answered for long, or answers too slowly, or the disk is full. */
    public static final class NoRoom extends NotCaptured {
        public NoRoom(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The disk failed, or the spool is closed: nothing is captured any more until it is opened again. */
    public static final class OutOfOrder extends NotCaptured {
        public OutOfOrder(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
