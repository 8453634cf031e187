package org.innsyn.verifier.encoding;

/** Text or bytes do not follow their format. Whoever reads them decides whether that makes the whole bad or merely unusable. */
public final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param why what is not as the format wants it; carries nothing of the content
     */
    public Malformed(String why) {
        super(why);
    }
}
