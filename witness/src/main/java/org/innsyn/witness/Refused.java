package org.innsyn.witness;

/** A request that is not cosigned, with the HTTP status that C2SP {@code tlog-witness} wants for it. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    static final int BAD_REQUEST = 400;
    static final int NOT_SIGNED = 403;
    static final int UNKNOWN_LOG = 404;
    static final int OTHER_SIZE = 409;
    static final int INCONSISTENT = 422;

    private final int status;

    /** @param body what is answered: one line, for {@link #OTHER_SIZE} the size that was cosigned last */
    Refused(int status, String body) {
        super(body);
        this.status = status;
    }

    int status() {
        return status;
    }
}
