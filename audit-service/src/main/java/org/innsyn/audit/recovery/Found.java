package org.innsyn.audit.recovery;

/** How a store stands to its journal. */
sealed interface Found {

    /** It has everything the journal knows. */
    record Sound() implements Found {}

    /** There is no journal. @param lost the store remembers that there was one */
    record NoJournal(boolean lost) implements Found {}

    /** The journal cannot be relied on: it was changed, cut, or is another store's. */
    record Unreliable(String how) implements Found {}

    /**
     * The store was restored from a backup: it lacks what was signed or erased.
     *
     * @param log whether the log ends before what was signed, or contradicts it
     * @param signed the largest size that was signed; 0 when nothing was under the log's newest name
     * @param stored how many leaves the store has
     * @param erasures how many erasures are not in force
     */
    record Behind(boolean log, long signed, long stored, long erasures) implements Found {}
}
