package org.innsyn.dsr.connector;

/** A system did not do what it was asked. Can be tried again. The message says what was changed there, if anything, and names no person. */
public final class SystemUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SystemUnavailable(String message) {
        super(message);
    }
}
