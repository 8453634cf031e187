package org.innsyn.audit.transparency;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree of the first {@code size} leaves for many questions in a row: whole tiles are read, once each, and no subtree is computed twice.
 * For one thread, and to be thrown away with the questions: it remembers up to 512 hashes a tile it was asked about.
 */
final class RememberingTree extends MerkleTree {

    private record Subtree(long from, long size) {}

    private final Map<Subtree, byte[]> known = new HashMap<>();

    RememberingTree(Hashes stored, long size) {
        super(new WholeTiles(stored, size));
    }

    @Override
    byte[] perfect(long from, long size) {
        return known.computeIfAbsent(new Subtree(from, size), _ -> super.perfect(from, size));
    }

    /** Reads a tile where a part of it is asked for. */
    private record WholeTiles(Hashes stored, long size, Map<Tile, List<byte[]>> tiles) implements Hashes {

        private record Tile(int level, long index) {}

        WholeTiles(Hashes stored, long size) {
            this(stored, size, new HashMap<>());
        }

        @Override
        public List<byte[]> of(int level, long from, int count) {
            var tile = new Tile(level, from / TILE);
            long first = tile.index() * TILE;
            int begin = (int) (from - first);
            return tiles.computeIfAbsent(tile, _ -> stored.of(level, first, width(level, first))).subList(begin, begin + count);
        }

        private int width(int level, long first) {
            return (int) Math.min(TILE, (size >>> (level * TILE_BITS)) - first);
        }
    }
}
