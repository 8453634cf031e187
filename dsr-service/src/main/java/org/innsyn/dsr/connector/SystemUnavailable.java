package org.innsyn.dsr.connector;

/** A system did not do what it was asked, and nothing was changed there. Can be tried again. The message names no person. */
public final class SystemUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SystemUnavailable(String message) {
        super(message);
    }
}
