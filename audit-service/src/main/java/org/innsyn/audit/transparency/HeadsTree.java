package org.innsyn.audit.transparency;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.platform.crypto.Sha256;

/**
 * One epoch's tree of ledger heads: 2^{@value #DEPTH} slots, hashed as RFC 6962 hashes nodes. A slot's hash is blinded, so neither it
 * nor what stands beside it on a path tells anything; where no ledger is, the whole empty subtree is one pseudo-random hash, which looks
 * the same. Kept by chunks of {@value #CHUNK} slots.
 */
final class HeadsTree {

    static final int DEPTH = 32;
    static final int CHUNK = 256;
    private static final int CHUNK_BITS = 8;
    private static final int HASH = 32;
    private static final byte[] SLOT = {0};

    private final KeyedHash empties;
    private final long epoch;

    /** @param empties under a secret of the log's own: what is empty is known to nobody else */
    HeadsTree(KeyedHash empties, long epoch) {
        this.empties = empties;
        this.epoch = epoch;
    }

    /** The hash of a slot with a ledger in it. */
    static byte[] slot(byte[] blinding, LedgerId ledger, long slot, long number, byte[] newest) {
        var place = ByteBuffer.allocate(32)
                .putLong(ledger.value().getMostSignificantBits()).putLong(ledger.value().getLeastSignificantBits())
                .putLong(slot).putLong(number).array();
        return Sha256.of(SLOT, blinding, place, newest);
    }

    /** The hash of a subtree without ledgers; of an empty or erased slot at level 0. */
    byte[] empty(int level, long index) {
        return empties.of(ByteBuffer.allocate(20).putLong(epoch).putInt(level).putLong(index).array());
    }

    /** The hashes of one chunk's slots end to end, empty ones filled in. */
    byte[] chunk(long chunk, byte[][] slots) {
        var hashes = ByteBuffer.allocate(CHUNK * HASH);
        for (int i = 0; i < CHUNK; i++) {
            hashes.put(slots[i] == null ? empty(0, chunk * CHUNK + i) : slots[i]);
        }
        return hashes.array();
    }

    static byte[] chunkRoot(byte[] hashes) {
        return MerkleTree.fold(split(hashes));
    }

    /** The root over these chunks' roots. */
    byte[] root(NavigableMap<Long, byte[]> chunks) {
        return subtree(DEPTH, 0, chunks);
    }

    private byte[] subtree(int level, long index, NavigableMap<Long, byte[]> chunks) {
        if (chunks.isEmpty()) {
            return empty(level, index);
        }
        if (level == CHUNK_BITS) {
            return chunks.firstEntry().getValue();
        }
        long right = (2 * index + 1) << (level - 1 - CHUNK_BITS);
        return MerkleTree.nodeHash(
                subtree(level - 1, 2 * index, chunks.headMap(right, false)), subtree(level - 1, 2 * index + 1, chunks.tailMap(right, true)));
    }

    /** The {@value #DEPTH} siblings from the slot up. */
    List<byte[]> path(long slot, byte[] hashes, NavigableMap<Long, byte[]> chunks) {
        var path = new ArrayList<byte[]>(DEPTH);
        var row = split(hashes);
        for (int place = (int) (slot % CHUNK); row.size() > 1; place /= 2) {
            path.add(row.get(place ^ 1));
            row = above(row);
        }
        for (int level = CHUNK_BITS; level < DEPTH; level++) {
            long sibling = (slot >>> level) ^ 1;
            int width = level - CHUNK_BITS;
            path.add(subtree(level, sibling, chunks.subMap(sibling << width, true, (sibling + 1) << width, false)));
        }
        return path;
    }

    private static List<byte[]> above(List<byte[]> row) {
        var above = new ArrayList<byte[]>(row.size() / 2);
        for (int i = 0; i < row.size(); i += 2) {
            above.add(MerkleTree.nodeHash(row.get(i), row.get(i + 1)));
        }
        return above;
    }

    private static List<byte[]> split(byte[] hashes) {
        var row = new ArrayList<byte[]>(CHUNK);
        for (int from = 0; from < hashes.length; from += HASH) {
            row.add(at(hashes, from / HASH));
        }
        return row;
    }

    /** One of the hashes that lie end to end. */
    static byte[] at(byte[] hashes, int place) {
        return java.util.Arrays.copyOfRange(hashes, place * HASH, (place + 1) * HASH);
    }
}
