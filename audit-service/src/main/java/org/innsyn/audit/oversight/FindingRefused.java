package org.innsyn.audit.oversight;

/** A finding was asked for what it does not do. Nothing was changed. */
public final class FindingRefused extends RuntimeException {

    private final String code;

    FindingRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    /** {@code stale} or {@code not-now}. */
    public String code() {
        return code;
    }
}
