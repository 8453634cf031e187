package org.innsyn.verifier.tree;

import java.security.MessageDigest;

/** How a tree is hashed (RFC 6962 section 2.1). */
public final class MerkleTree {

    /** The root of a tree without leaves. */
    public static final Hash EMPTY = Sha256.of();

    static final byte LEAF = 0;
    static final byte NODE = 1;

    private MerkleTree() {}

    /** The hash of a leaf with this content. */
    public static Hash leaf(byte[] content) {
        MessageDigest digest = Sha256.shared();
        digest.update(LEAF);
        return new Hash(digest.digest(content));
    }

    /** The hash of the node over two others. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = Sha256.shared();
        digest.update(NODE);
        left.into(digest);
        right.into(digest);
        return new Hash(digest.digest());
    }
}
