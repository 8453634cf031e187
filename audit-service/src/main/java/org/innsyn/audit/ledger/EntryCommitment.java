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
    byte[] leaf(LedgerId ledger, long slot, long number, byte[] previous) {
        var all = new TreeMap<>(fields);
        all.putAll(place(ledger, slot, number, previous));
        return Commitment.leafData(secret, all);
    }

    /**
     * The fields that say where an entry stands. Only a ledger's first entry names its slot in the trees of heads: there it is fixed for
     * ever, and whoever is shown another holds the proof that it was changed.
     */
    public static SortedMap<String, byte[]> place(LedgerId ledger, long slot, long number, byte[] previous) {
        var place = new TreeMap<String, byte[]>();
        place.put("ledger", ByteBuffer.allocate(16)
                .putLong(ledger.value().getMostSignificantBits())
                .putLong(ledger.value().getLeastSignificantBits())
                .array());
        place.put("number", ByteBuffer.allocate(8).putLong(number).array());
        place.put("previous", previous);
        if (number == 1) {
            place.put("slot", ByteBuffer.allocate(8).putLong(slot).array());
        }
        return place;
    }

    /** Neither secret nor fields. */
    @Override
    public String toString() {
        return "EntryCommitment[]";
    }
}
