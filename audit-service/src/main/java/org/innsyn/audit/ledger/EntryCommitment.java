package org.innsyn.audit.ledger;

import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;
import org.innsyn.platform.crypto.Commitment;

/**
 * Commits to an entry: to its fields, and to its place in the ledger, which only the ledger knows.
 *
 * @param secret the entry's secret; lies in the vault and dies with the person's key
 * @param fields every field's bytes by name, absent ones as an empty array
 */
public record EntryCommitment(byte[] secret, SortedMap<String, byte[]> fields) {

    /** The 32-byte leaf data of the entry at this place. */
    byte[] leaf(LedgerId ledger, long number, byte[] previous) {
        var all = new TreeMap<>(fields);
        all.put("ledger", ByteBuffer.allocate(16)
                .putLong(ledger.value().getMostSignificantBits())
                .putLong(ledger.value().getLeastSignificantBits())
                .array());
        all.put("number", ByteBuffer.allocate(8).putLong(number).array());
        all.put("previous", previous);
        return Commitment.leafData(secret, all);
    }

    /** Neither secret nor fields. */
    @Override
    public String toString() {
        return "EntryCommitment[]";
    }
}
