package org.innsyn.verifier;

/** What was checked is bad: it was read, and it does not hold. The reader should not rely on anything in it. */
public final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String where;

    /**
     * @param where the part that does not hold, such as {@code signature} or {@code tile/0/000}
     * @param why one sentence
     */
    public Rejected(String where, String why) {
        super(why);
        this.where = where;
    }

    /** The part that does not hold. */
    public String where() {
        return where;
    }

    /** The same, told of a part of something larger. */
    public Rejected within(String outer) {
        return new Rejected(outer + ", " + where, getMessage());
    }
}
