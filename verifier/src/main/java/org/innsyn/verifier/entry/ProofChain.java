package org.innsyn.verifier.entry;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.note.Signed;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.tree.Hash;

/**
 * A person's whole access log, one proof after the other: nothing is missing in between ("In a customer's copy" in
 * {@code docs/proof-format.md}).
 */
public final class ProofChain {

    private final Trust trust;
    private final long ended;
    private Hash previous = new Hash(new byte[Hash.LENGTH]);
    private byte[] ledger;
    private Signed newest;
    private long length;

    /**
     * A chain of nothing yet.
     *
     * @param ended how many entries come before its first, 0 when it begins with the log; what they were cannot be checked
     */
    public ProofChain(Trust trust, long ended) {
        this.trust = trust;
        this.ended = ended;
    }

    /**
     * Checks the next proof and that it follows the one before.
     *
     * @param text one entry proof
     * @throws Rejected when the proof is bad, belongs to another person's log, or does not follow
     */
    public ProvenEntry add(String text) {
        ProvenEntry next = EntryProof.parse(text).verify(trust);
        boolean follows = Arrays.equals(opened(next, "previous"), previous.bytes());
        boolean begins = length == 0 && ended > 0;
        if (begins == follows) {
            throw new Rejected("previous", begins
                    ? "It is the first entry of its log, and %,d are said to come before it.".formatted(ended)
                    : length == 0
                            ? "It is not the first entry of its log: what comes before it is not here."
                                    + " Where earlier entries have ended with their time, check the whole copy: its manifest.json says how many."
                            : "It does not follow the entry before it: something was left out, put in or moved here.");
        }
        if (ByteBuffer.wrap(opened(next, "number", Long.BYTES)).getLong() != ended + length + 1) {
            throw new Rejected("number", "It is not number %d of its log.".formatted(ended + length + 1));
        }
        byte[] of = opened(next, "ledger");
        if (ledger != null && !Arrays.equals(of, ledger)) {
            throw new Rejected("ledger", "It belongs to another person's log than the entries before it.");
        }
        if (newest != null && !trust.isOneLog(newest, next.signed())) {
            throw new Rejected("key", "It is signed with another key than the entries before it, and nothing links the two.");
        }
        ledger = of;
        newest = next.signed();
        previous = next.leafData();
        length++;
        return next;
    }

    private static byte[] opened(ProvenEntry entry, String field, int length) {
        byte[] value = opened(entry, field);
        if (value.length != length) {
            throw new Rejected(field, "The field %s has %d bytes instead of %d.".formatted(field, value.length, length));
        }
        return value;
    }

    private static byte[] opened(ProvenEntry entry, String field) {
        return entry.entry().opened(field).orElseThrow(
                () -> new Rejected(field, "The field %s is hidden, so nobody can tell whether an entry is missing before it.".formatted(field)));
    }

    /** How many proofs were added. */
    public long length() {
        return length;
    }
}
