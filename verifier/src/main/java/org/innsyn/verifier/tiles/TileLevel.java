package org.innsyn.verifier.tiles;

import java.util.ArrayList;
import java.util.List;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.tree.GrowingTree;
import org.innsyn.verifier.tree.Hash;
import org.innsyn.verifier.tree.MerkleTree;

/** One level of tiles as it must be, compared tile by tile with what the log has; the levels together are the tree. */
final class TileLevel {

    private final TileReader reader;
    private final int level;
    private final List<Hash> hashes = new ArrayList<>(TilePath.FULL);
    private GrowingTree tile = new GrowingTree();
    private TileLevel above;
    private long tiles;

    TileLevel(TileReader reader, int level) {
        this.reader = reader;
        this.level = level;
    }

    void add(Hash hash) {
        hashes.add(hash);
        tile.add(hash);
        if (hashes.size() == TilePath.FULL) {
            compare();
            if (above == null) {
                above = new TileLevel(reader, level + 1);
            }
            above.add(tile.root());
            hashes.clear();
            tile = new GrowingTree();
        }
    }

    private void compare() {
        byte[] stored = reader.tile(level, tiles, hashes.size());
        for (int i = 0; i < hashes.size(); i++) {
            if (!hashes.get(i).isAt(stored, i * Hash.LENGTH)) {
                throw differs(level, tiles, hashes.size(), i);
            }
        }
        tiles++;
    }

    static Rejected differs(int level, long tile, int width, int hash) {
        return new Rejected(TilePath.tile(level, tile, width), "Hash %d of the tile does not follow from the entries below it.".formatted(hash));
    }

    /**
     * The root over everything added so far to this level and what goes on to the right of it.
     *
     * @param rest the root of what goes on, of less than a full tile below; null when nothing does
     */
    Hash rootBefore(Hash rest) {
        Hash root = rest;
        for (TileLevel each = this; each != null; each = each.above) {
            root = root == null && each.hashes.isEmpty() ? null : each.tile.rootBefore(root);
        }
        return root == null ? MerkleTree.EMPTY : root;
    }

    /** Compares what is left over, on this level and all above; returns how many tiles were compared on them in all. */
    long finish() {
        if (!hashes.isEmpty()) {
            compare();
        }
        return tiles + (above == null ? 0 : above.finish());
    }
}
