package org.innsyn.dsr.fulfilment;

/** What there is to do. */
enum TaskKind {
    /** Search all systems for what is held, before anything is decided. */
    DISCOVER,
    /** Write the person's copy. */
    COPY,
    /** Erase in one system. */
    ERASE,
    /** Correct in one system what was named field by field. */
    RECTIFY,
    /** Mark what one system holds as restricted. */
    RESTRICT,
    /** Take the mark of restriction from what one system holds. */
    LIFT,
    /** Have the access log restricted or shredded. */
    LEDGER,
    /** Put what a system holds into an account elsewhere. */
    TRANSFER,
    /** Look whether a restored backup of a system brought back what was erased there, and erase it again. */
    RECHECK,
    /** Remove a copy whose time is over. */
    EXPIRE,
    /** Note that the target or the limit passed, if it did. */
    DEADLINE,
    /** Count the limit anew, because the rules may have changed. */
    REVIEW,
    /** Send a notice; its id stands where others name a system. */
    NOTICE,
    /** Find out who was given the data, and tell them (GDPR Art. 19). */
    RECIPIENTS;

    /** Whether people are told after a number of attempts. The others go on until they succeed: nobody could do anything else. */
    boolean givesUp() {
        return this == COPY || this == ERASE || this == RECTIFY || this == RESTRICT || this == LIFT || this == TRANSFER || this == RECHECK;
    }
}
