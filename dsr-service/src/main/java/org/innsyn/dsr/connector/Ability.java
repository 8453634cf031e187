package org.innsyn.dsr.connector;

/** What a system can be asked to do for a person's rights. */
public enum Ability {
    /** Say what it holds, counted. */
    DISCOVER,
    /** Hand out what it holds (GDPR Art. 15, 20). */
    COLLECT,
    /** Remove what it holds (Art. 17). */
    ERASE,
    /** Correct what it holds (Art. 16). */
    RECTIFY,
    /** Mark what it holds as restricted (Art. 18). */
    RESTRICT,
    /** Put what it holds into an account elsewhere (Art. 20(2)). */
    TRANSFER,
    /** Show, looked at anew, that what was asked for is so. */
    READ_BACK
}
