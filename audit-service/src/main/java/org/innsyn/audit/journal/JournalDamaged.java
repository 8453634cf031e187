package org.innsyn.audit.journal;

/** The journal's files are not as they were written: a line was changed, or is missing. Nothing of them is used or written. */
public final class JournalDamaged extends RuntimeException {

    /** @param what which file and line, and how it shows */
    JournalDamaged(String what) {
        super(what);
    }
}
