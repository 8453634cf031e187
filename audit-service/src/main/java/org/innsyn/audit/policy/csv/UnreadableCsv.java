package org.innsyn.audit.policy.csv;

/** A file cannot be read. The message names line and column, and never what stands there: it may name somebody. */
public final class UnreadableCsv extends RuntimeException {

    UnreadableCsv(int line, String what) {
        super("line " + line + ": " + what);
    }

    UnreadableCsv(int line, String column, String what) {
        super("line " + line + ", column " + column + ": " + what);
    }
}
