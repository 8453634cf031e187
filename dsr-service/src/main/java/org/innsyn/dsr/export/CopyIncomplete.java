package org.innsyn.dsr.export;

/** The copy could not be made whole, so there is none. Can be tried again. The message says why without personal data. */
public final class CopyIncomplete extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CopyIncomplete(String message) {
        super(message);
    }
}
