package org.innsyn.audit.transparency;

import java.util.ArrayList;
import java.util.List;
import org.innsyn.platform.crypto.Sha256;

/**
 * The tree of RFC 6962 section 2.1 over hashes that are kept by tile level: level 0 has a hash per leaf, each level above one per 256 of
 * the level below (C2SP tlog-tiles). Any range is computed from the fewest stored hashes.
 */
class MerkleTree {

    /** Hashes of one tile, and leaves of one bundle. */
    static final int TILE = 256;
    static final int TILE_BITS = 8;

    /** Stored hashes of one level. */
    interface Hashes {
        /** {@code count} consecutive 32-byte hashes of the level, all of one tile. */
        List<byte[]> of(int level, long from, int count);
    }

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final Hashes hashes;

    MerkleTree(Hashes hashes) {
        this.hashes = hashes;
    }

    static byte[] leafHash(byte[] leafData) {
        return Sha256.of(LEAF, leafData);
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    /** The root of the first {@code size} leaves. */
    byte[] root(long size) {
        return size == 0 ? Sha256.of() : range(0, size);
    }

    /** The audit path of leaf {@code index} among the first {@code size}, from the leaf's sibling up (RFC 6962 section 2.1.1). */
    List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " is not among the first " + size);
        }
        var path = new ArrayList<byte[]>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.addFirst(range(middle, to));
                to = middle;
            } else {
                path.addFirst(range(from, middle));
                from = middle;
            }
        }
        return path;
    }

    /** That the first {@code to} leaves begin with the first {@code from} (RFC 6962 section 2.1.2). */
    List<byte[]> consistency(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a log of " + to + " leaves did not grow from " + from);
        }
        var proof = new ArrayList<byte[]>();
        long begin = 0;
        long end = to;
        while (from > 0 && from < end) {
            long middle = begin + split(end - begin);
            if (from <= middle) {
                proof.addFirst(range(middle, end));
                end = middle;
            } else {
                proof.addFirst(range(begin, middle));
                begin = middle;
            }
        }
        if (begin > 0) {
            proof.addFirst(range(begin, end));
        }
        return proof;
    }

    /** The hash of the leaves {@code from} to {@code to}, exclusive, as the tree has it. */
    byte[] range(long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1 && from % size == 0) {
            return perfect(from, size);
        }
        long middle = from + split(size);
        return nodeHash(range(from, middle), range(middle, to));
    }

    /** A complete subtree: within one tile, folded from the highest stored level that has it. */
    byte[] perfect(long from, long size) {
        int bits = Long.numberOfTrailingZeros(size);
        int level = bits / TILE_BITS;
        var row = hashes.of(level, from >>> (level * TILE_BITS), 1 << (bits % TILE_BITS));
        return fold(row);
    }

    /** The root over a power of two of hashes. */
    static byte[] fold(List<byte[]> row) {
        var level = row;
        while (level.size() > 1) {
            var above = new ArrayList<byte[]>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                above.add(nodeHash(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return level.getFirst();
    }

    /** The largest power of two smaller than {@code size}. */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
