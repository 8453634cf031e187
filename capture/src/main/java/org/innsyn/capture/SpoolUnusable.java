package org.innsyn.capture;

import org.jspecify.annotations.Nullable;

/** The spool cannot be opened: another process has it, its key is missing or another one, or the folder cannot be written. Nothing was changed. */
public final class SpoolUnusable extends RuntimeException {

    public SpoolUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
