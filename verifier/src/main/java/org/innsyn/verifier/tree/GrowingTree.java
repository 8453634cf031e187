package org.innsyn.verifier.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

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
        if (size == 0) {
            return MerkleTree.EMPTY;
        }
        Iterator<Hash> smallestFirst = subtrees.iterator();
        Hash root = smallestFirst.next();
        while (smallestFirst.hasNext()) {
            root = MerkleTree.node(smallestFirst.next(), root);
        }
        return root;
    }
}
