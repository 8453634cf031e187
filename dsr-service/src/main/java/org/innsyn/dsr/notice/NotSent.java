package org.innsyn.dsr.notice;

/** A mail server does not have the letter. The message names nobody. */
public final class NotSent extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Hindrance why;
    private final boolean forGood;

    NotSent(Hindrance why, boolean forGood) {
        super(why.sentence());
        this.why = why;
        this.forGood = forGood;
    }

    public Hindrance why() {
        return why;
    }

    /** Whether it will never be taken; otherwise it may be later. */
    public boolean isForGood() {
        return forGood;
    }
}
