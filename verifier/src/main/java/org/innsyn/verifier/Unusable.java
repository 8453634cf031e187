package org.innsyn.verifier;

/** There is nothing here to check: no such file, another kind of file, a log that does not answer. Says nothing about good or bad. */
public final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param why one sentence: what was found instead, and what to do
     */
    public Unusable(String why) {
        super(why);
    }
}
