package org.innsyn.audit.disclosure;

/** A question for a name does not do now what it was asked. Nothing was changed. */
public final class NameRefused extends RuntimeException {

    private final String code;

    NameRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    /** {@code stale}, {@code not-now} or {@code same-person}. */
    public String code() {
        return code;
    }
}
