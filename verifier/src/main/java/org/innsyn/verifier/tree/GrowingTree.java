package org.innsyn.verifier.tree;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A tree that leaves are added to, keeping only the roots of its complete subtrees: memory grows with the logarithm of its size.
 */
public final class GrowingTree {

    /** Complete subtrees, the smallest first; one for each bit that is set in {@link #size}. */
    private final Deque<Hash> subtrees = new ArrayDeque<>();

    private long size;

    /** Adds the hash of the next leaf. */
    public void add(Hash leaf) {
        Hash merged = leaf;
        for (long complete = size; (complete & 1) == 1; complete >>= 1) {
            merged = MerkleTree.node(subtrees.pop(), merged);
        }
        subtrees.push(merged);
        size++;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The root over all leaves so far. */
    public Hash root() {
        return size == 0 ? MerkleTree.EMPTY : fold(null);
    }

    /**
     * The root of a larger tree that goes on to the right of this one.
     *
     * @param rest the root of what goes on, of fewer leaves than the smallest complete subtree here has; null when nothing does
     */
    public Hash rootBefore(Hash rest) {
        return fold(rest);
    }

    private Hash fold(Hash rest) {
        Hash root = rest;
        for (Hash subtree : subtrees) {
            root = root == null ? subtree : MerkleTree.node(subtree, root);
        }
        return root;
    }
}
