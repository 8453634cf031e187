package org.innsyn.verifier.heads;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.entry.TlogProof;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.tree.Hash;
import org.innsyn.verifier.tree.MerkleTree;

/**
 * A statement of how many entries a ledger has, read but not yet checked ({@code innsyn-completeness/1} in {@code docs/proof-format.md}).
 *
 * @param ledger whose
 * @param slot its place in the tree of heads
 * @param number how many entries
 * @param newest leaf data of the newest
 * @param blinding what hid the head from others
 * @param path from the slot up
 * @param heads the tree's leaf in the log
 * @param proof that this leaf is in the log
 * @param enclosedKey the key the log published then; nobody vouches for it
 */
public record Statement(
        UUID ledger, long slot, long number, Hash newest, Hash blinding, List<Hash> path, HeadsLeaf heads, TlogProof proof, String enclosedKey) {

    /** Every tree has 2^32 slots. */
    static final int DEPTH = 32;

    /** Copies, and holds the numbers to what a tree can have. */
    public Statement {
        path = List.copyOf(path);
        if (path.size() != DEPTH || slot >= 1L << DEPTH || number < 1) {
            throw new Malformed("the statement has no such slot, number or path as a tree of heads has");
        }
    }

    /**
     * @throws Rejected when the text is a completeness statement, but not one that was ever made like this
     * @throws org.innsyn.verifier.Unusable when it is something else
     */
    public static Statement parse(String text) {
        return new StatementReader(text).read();
    }

    /** Whether the text says that it is one of these, good or bad. */
    public static boolean isOne(String text) {
        return StatementReader.isOne(text);
    }

    /**
     * Checks everything there is to check in the statement itself.
     *
     * @throws Rejected when it does not hold: then nothing in it may be relied on
     */
    public ProvenStatement verify(Trust trust) {
        if (!root().equals(heads.root())) {
            throw new Rejected("path", "This number of entries is not what the tree of heads has in this slot.");
        }
        if (heads.size() > proof.inclusion().index() || number > heads.size()) {
            throw new Rejected("heads", "The log did not have that many entries then.");
        }
        try {
            return new ProvenStatement(this, proof.verify(heads.bytes(), trust, enclosedKey));
        } catch (Malformed key) {
            throw new Rejected("key", key.getMessage());
        }
    }

    private Hash root() {
        byte[] place = ByteBuffer.allocate(32)
                .putLong(ledger.getMostSignificantBits()).putLong(ledger.getLeastSignificantBits()).putLong(slot).putLong(number).array();
        byte[] opening = ByteBuffer.allocate(96).put(blinding.bytes()).put(place).put(newest.bytes()).array();
        Hash hash = MerkleTree.leaf(opening);
        for (int level = 0; level < DEPTH; level++) {
            hash = (slot >> level & 1) == 0 ? MerkleTree.node(hash, path.get(level)) : MerkleTree.node(path.get(level), hash);
        }
        return hash;
    }
}
