package org.innsyn.audit.policy;

/** Something was asked of the policy that it does not do. Nothing was published. */
public final class PolicyRefused extends RuntimeException {

    private final String code;

    PolicyRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    /** A short name for the reason: {@code unchanged} or {@code too-early}. */
    public String code() {
        return code;
    }
}
