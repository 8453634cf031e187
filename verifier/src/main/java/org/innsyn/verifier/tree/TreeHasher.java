package org.innsyn.verifier.tree;

import java.security.DigestException;
import java.security.MessageDigest;

/**
 * Hashes leaves and nodes as {@link MerkleTree} does, from bytes that lie end to end into bytes that lie end to end: for millions of
 * them. To be used by one thread at a time.
 */
public final class TreeHasher {

    private final MessageDigest digest = Sha256.digest();
    private final byte[] shortLeaf = new byte[1 + Hash.LENGTH];
    private final byte[] node = new byte[1 + 2 * Hash.LENGTH];

    /** A hasher of its own. */
    public TreeHasher() {
        shortLeaf[0] = MerkleTree.LEAF;
        node[0] = MerkleTree.NODE;
    }

    /** Puts the hash of the leaf that is {@code length} bytes of {@code source} into {@code hashes}, as number {@code place}. */
    public void leaf(byte[] source, int from, int length, byte[] hashes, int place) {
        if (length == Hash.LENGTH) {
            System.arraycopy(source, from, shortLeaf, 1, length);
            digest.update(shortLeaf);
        } else {
            digest.update(MerkleTree.LEAF);
            digest.update(source, from, length);
        }
        finish(hashes, place);
    }

    /** The root over hashes, whose number is a power of two. Overwrites them. */
    public Hash fold(byte[] hashes) {
        for (int count = hashes.length / Hash.LENGTH; count > 1; count /= 2) {
            for (int i = 0; i < count / 2; i++) {
                System.arraycopy(hashes, 2 * i * Hash.LENGTH, node, 1, 2 * Hash.LENGTH);
                digest.update(node);
                finish(hashes, i);
            }
        }
        return Hash.at(hashes, 0);
    }

    private void finish(byte[] hashes, int place) {
        try {
            digest.digest(hashes, place * Hash.LENGTH, Hash.LENGTH);
        } catch (DigestException noRoom) {
            throw new IllegalArgumentException("there is no room for hash " + place, noRoom);
        }
    }
}
