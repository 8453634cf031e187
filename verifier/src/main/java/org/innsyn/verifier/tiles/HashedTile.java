package org.innsyn.verifier.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.tree.GrowingTree;
import org.innsyn.verifier.tree.Hash;
import org.innsyn.verifier.tree.TreeHasher;

/**
 * A tile of the lowest level, computed from its bundle and found to be what the log has.
 *
 * @param first index of its first entry
 * @param hashes of its entries, end to end
 * @param root over them, when the tile is full
 * @param others leaves that are no entries
 */
record HashedTile(long first, byte[] hashes, Hash root, List<Other> others) {

    /** A leaf that is no entry. */
    record Other(long index, byte[] leaf) {}

    /**
     * Reads bundle and tile number {@code index}.
     *
     * @throws Rejected when they are not there, or do not belong together
     */
    static HashedTile of(TileReader reader, TreeHasher hasher, long index, int width) {
        Bundle bundle = reader.entries(index, width);
        byte[] hashes = new byte[width * Hash.LENGTH];
        var others = new ArrayList<Other>(0);
        for (int i = 0; i < width; i++) {
            hasher.leaf(bundle.content(), bundle.begin(i), bundle.length(i), hashes, i);
            if (bundle.length(i) != Hash.LENGTH) {
                others.add(new Other(index * TilePath.FULL + i, Arrays.copyOfRange(bundle.content(), bundle.begin(i), bundle.begin(i) + bundle.length(i))));
            }
        }
        int difference = Arrays.mismatch(hashes, reader.tile(0, index, width));
        if (difference >= 0) {
            throw TileLevel.differs(0, index, width, difference / Hash.LENGTH);
        }
        Hash root = width == TilePath.FULL ? hasher.fold(hashes.clone()) : null;
        return new HashedTile(index * TilePath.FULL, hashes, root, others);
    }

    int width() {
        return hashes.length / Hash.LENGTH;
    }

    /** The root over the first {@code count} entries; null when that is none. */
    Hash rootOf(int count) {
        if (count == 0) {
            return null;
        }
        var tree = new GrowingTree();
        for (int i = 0; i < count; i++) {
            tree.add(Hash.at(hashes, i * Hash.LENGTH));
        }
        return tree.root();
    }
}
