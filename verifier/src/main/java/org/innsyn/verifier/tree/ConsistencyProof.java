package org.innsyn.verifier.tree;

import java.util.ArrayList;
import java.util.List;
import org.innsyn.verifier.Rejected;

/**
 * That a tree only grew: the later one begins with all leaves of the earlier one (RFC 6962 section 2.1.2).
 *
 * @param path the hashes in the order RFC 6962 lists them
 */
public record ConsistencyProof(List<Hash> path) {

    /** Copies. */
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Checks as RFC 9162 section 2.1.4.2 does.
     *
     * @throws Rejected when the two trees are not proved to be consistent
     */
    public void verify(long earlierSize, Hash earlierRoot, long laterSize, Hash laterRoot) {
        if (earlierSize < 0 || earlierSize > laterSize) {
            throw rejected("The earlier log is larger than the later one.");
        }
        if (earlierSize == 0 || earlierSize == laterSize) {
            Hash expected = earlierSize == 0 ? MerkleTree.EMPTY : laterRoot;
            if (!path.isEmpty() || !earlierRoot.equals(expected)) {
                throw rejected("The roots of the two logs do not agree.");
            }
            return;
        }
        follow(earlierSize, earlierRoot, laterSize, laterRoot);
    }

    private void follow(long earlierSize, Hash earlierRoot, long laterSize, Hash laterRoot) {
        var hashes = new ArrayList<>(path);
        if (Long.bitCount(earlierSize) == 1) {
            hashes.addFirst(earlierRoot);
        }
        if (hashes.isEmpty()) {
            throw rejected("The consistency proof has too few hashes.");
        }
        int shared = Long.numberOfTrailingZeros(earlierSize);
        long node = (earlierSize - 1) >> shared;
        long last = (laterSize - 1) >> shared;
        Hash earlier = hashes.getFirst();
        Hash later = earlier;
        for (Hash hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                throw rejected("The consistency proof has too many hashes.");
            }
            if ((node & 1) == 1 || node == last) {
                earlier = MerkleTree.node(hash, earlier);
                later = MerkleTree.node(hash, later);
                int alone = Long.numberOfTrailingZeros(node);
                node >>= alone;
                last >>= alone;
            } else {
                later = MerkleTree.node(later, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0 || !earlier.equals(earlierRoot) || !later.equals(laterRoot)) {
            throw rejected("The roots of the two logs do not follow from the consistency proof.");
        }
    }

    private static Rejected rejected(String why) {
        return new Rejected("consistency proof", why);
    }
}
