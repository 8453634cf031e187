package org.innsyn.verifier.tree;

import java.util.List;
import org.innsyn.verifier.Rejected;

/**
 * That a leaf stands at an index of a tree (RFC 6962 section 2.1.1).
 *
 * @param index where, counted from zero
 * @param path the siblings from the leaf up
 */
public record InclusionProof(long index, List<Hash> path) {

    /** Copies. */
    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * Follows the path as RFC 9162 section 2.1.3.2 does.
     *
     * @return the root a tree of this size must have for the proof to hold
     * @throws Rejected when the path cannot belong to this index and size
     */
    public Hash root(Hash leaf, long size) {
        if (index < 0 || index >= size) {
            throw new Rejected("index", "The entry's index is not in a log of this size.");
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                throw new Rejected("inclusion proof", "The inclusion proof has too many hashes.");
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleTree.node(sibling, hash);
                int alone = Long.numberOfTrailingZeros(node);
                node >>= alone;
                last >>= alone;
            } else {
                hash = MerkleTree.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new Rejected("inclusion proof", "The inclusion proof has too few hashes.");
        }
        return hash;
    }
}
