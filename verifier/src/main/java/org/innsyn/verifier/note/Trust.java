package org.innsyn.verifier.note;

import java.util.List;

/**
 * Which keys the reader goes by: the ones they were given elsewhere or, for want of any, the one that came with what is checked.
 *
 * @param given keys from elsewhere; may be empty
 * @param witnesses who must have signed beside the log
 */
public record Trust(List<VerifierKey> given, Witnesses witnesses) {

    /** Trusts the log alone. */
    public Trust(List<VerifierKey> given) {
        this(given, Witnesses.NONE);
    }

    /** Copies. */
    public Trust {
        given = List.copyOf(given);
    }

    /** Whether the reader brought no key, so that a good result only shows that things agree with themselves. */
    public boolean isBorrowed() {
        return given.isEmpty();
    }

    /**
     * The keys to check with.
     *
     * @param enclosed the key that came along; read only when there is no other
     * @throws org.innsyn.verifier.encoding.Malformed when it is needed and is no key
     */
    public List<VerifierKey> keys(String enclosed) {
        return isBorrowed() ? List.of(VerifierKey.parse(enclosed)) : given;
    }

    /**
     * Whether two notes are of one log. A log that changes its key signs with both for a time: a note with both signatures links them.
     * Keys of one name that the reader was given elsewhere need no link.
     */
    public boolean isOneLog(Signed one, Signed two) {
        return one.key().equals(two.key())
                || !isBorrowed() && one.key().name().equals(two.key().name())
                || one.note().isSignedBy(two.key())
                || two.note().isSignedBy(one.key());
    }
}
