package org.innsyn.audit.breach;

/** A breach record was asked for what it does not do. Nothing was changed. */
public final class BreachRefused extends RuntimeException {

    private final String code;

    BreachRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    /** {@code stale}, {@code not-now} or {@code invalid}. */
    public String code() {
        return code;
    }
}
