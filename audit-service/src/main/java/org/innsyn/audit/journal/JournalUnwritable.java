package org.innsyn.audit.journal;

import java.io.IOException;

/** A line could not be written for certain: what it stands for must not be said or published. Trying again is safe. */
public final class JournalUnwritable extends RuntimeException {

    JournalUnwritable(IOException cause) {
        super("the journal could not be written (" + cause.getMessage() + ")", cause);
    }
}
