package org.innsyn.audit.transparency;

import java.util.Arrays;
import java.util.Base64;

/** Computes the log's root from its leaves alone and holds it against what is stored and signed. */
public final class LogCheck {

    private final LogTables tables;

    LogCheck(LogTables tables) {
        this.tables = tables;
    }

    /** How many of these do not hold: leaves are dense; stored hashes are those of the leaves; the newest checkpoint's root is theirs. */
    public long wrong() {
        long size = tables.size();
        long wrong = tables.countLeaves() == size ? 0 : 1;
        var fromLeaves = new MerkleTree(this::computed);
        var newest = tables.newest();
        if (wrong == 0 && newest.isPresent()) {
            var signed = Base64.getDecoder().decode(newest.get().note().lines().skip(2).findFirst().orElseThrow());
            wrong += newest.get().size() <= size && Arrays.equals(fromLeaves.root(newest.get().size()), signed) ? 0 : 1;
            wrong += Arrays.equals(new MerkleTree(tables).root(size), fromLeaves.root(size)) ? 0 : 1;
        }
        return wrong;
    }

    /** Hashes of a level from the leaves, without looking at stored ones. */
    private java.util.List<byte[]> computed(int level, long from, int count) {
        if (level == 0) {
            return tables.of(0, from, count);
        }
        var hashes = new java.util.ArrayList<byte[]>(count);
        for (long node = from; node < from + count; node++) {
            hashes.add(MerkleTree.fold(computed(level - 1, node * MerkleTree.TILE, MerkleTree.TILE)));
        }
        return hashes;
    }
}
