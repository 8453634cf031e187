package org.innsyn.audit.ledger.store;

/** What became of a reported access. */
public enum Outcome {
    RECORDED,
    /** It was recorded before, with the same content. */
    DUPLICATE,
    /** Its id was recorded before, with other content. Nothing of it is kept. */
    CONFLICT,
    /** It, and it alone, could not be recorded, for a reason on our side. Nothing of it is kept. */
    FAILED
}
