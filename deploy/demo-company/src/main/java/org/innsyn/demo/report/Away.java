package org.innsyn.demo.report;

/** Innsyn does not answer now; the same report, with the same ids, is worth another try. */
public final class Away extends Exception {

    Away(String why, Throwable cause) {
        super(why, cause);
    }
}
