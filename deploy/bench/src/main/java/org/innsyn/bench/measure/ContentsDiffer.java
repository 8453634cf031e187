package org.innsyn.bench.measure;

/** A contender did not do the work it was timed for. Nothing of the measurement counts then. */
public final class ContentsDiffer extends RuntimeException {

    public ContentsDiffer(String who, String what, Object expected, Object found) {
        super(who + " left other contents than it should: " + what + " is " + found + " and should be " + expected
                + ". Nothing measured in this run counts.");
    }

    /** Throws unless both are equal. */
    public static void unlessEqual(String who, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new ContentsDiffer(who, what, expected, found);
        }
    }
}
