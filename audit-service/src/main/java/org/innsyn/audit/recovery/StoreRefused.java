package org.innsyn.audit.recovery;

/** The store must not be served; see {@link #refusal}. */
public final class StoreRefused extends RuntimeException {

    private final transient Refusal refusal;

    StoreRefused(Refusal refusal) {
        super(refusal.title() + ". " + refusal.detail());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
