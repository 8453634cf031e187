package org.innsyn.dsr.connector;

/** A system that keeps what belongs to an account together: a mailbox, address books, calendars. Every call may fail with {@link SystemUnavailable}. */
public interface AccountStore {

    /** How many records there are. */
    long count(Account account);

    /** Opens them for reading. */
    Snapshot open(Account account);

    /**
     * Puts what is not there yet into an account elsewhere, changes nothing that is, and compares both. May be asked again after any failure.
     *
     * @throws SystemUnavailable when either side does not answer; the message says which, and nothing of what it said
     */
    Transferred transfer(Account account, Target target);

    /** How addresses of servers that speak its protocol begin, encrypted. */
    default String scheme() {
        return "https";
    }

    /** Removes them all; when it fails, a part may be gone, and the rest goes when it is asked again. */
    void empty(Account account);
}
