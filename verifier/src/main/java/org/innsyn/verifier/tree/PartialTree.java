package org.innsyn.verifier.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.innsyn.verifier.Rejected;

/**
 * A tree of which a run of leaves is known, and of everything to their left and right the hashes of complete subtrees. Memory grows with the
 * logarithm of its size.
 */
public final class PartialTree {

    private record Subtree(long size, Hash hash) {}

    private final Deque<Subtree> subtrees = new ArrayDeque<>();
    private long size;

    /**
     * @param first how many leaves stand before the run
     * @param left the complete subtrees these are made of, the largest first
     * @throws Rejected when these are not as many
     */
    public PartialTree(long first, List<Hash> left) {
        if (Long.bitCount(first) != left.size()) {
            throw new Rejected("range", "There are not as many hashes to the left as " + first + " leaves have subtrees.");
        }
        for (Hash hash : left) {
            long most = Long.highestOneBit(first - size);
            subtrees.push(new Subtree(most, hash));
            size += most;
        }
    }

    /** Adds the hash of the next leaf. */
    public void add(Hash leaf) {
        add(1, leaf);
    }

    private void add(long leaves, Hash hash) {
        Subtree merged = new Subtree(leaves, hash);
        while (!subtrees.isEmpty() && subtrees.peek().size() == merged.size()) {
            merged = new Subtree(2 * merged.size(), MerkleTree.node(subtrees.pop().hash(), merged.hash()));
        }
        subtrees.push(merged);
        size += leaves;
    }

    /** How many leaves there are so far. */
    public long size() {
        return size;
    }

    /**
     * The root of the tree of {@code total} leaves that goes on with {@code right}, complete subtrees as large as their places let them be.
     *
     * @throws Rejected when these do not fit
     */
    public Hash root(long total, List<Hash> right) {
        Iterator<Hash> hashes = right.iterator();
        while (size < total) {
            long most = size == 0 ? Long.highestOneBit(total) : Math.min(Long.lowestOneBit(size), Long.highestOneBit(total - size));
            if (!hashes.hasNext()) {
                throw new Rejected("range", "There are too few hashes to the right of the leaves.");
            }
            add(most, hashes.next());
        }
        if (hashes.hasNext() || size != total) {
            throw new Rejected("range", "There are too many hashes to the right of the leaves.");
        }
        Hash root = null;
        for (Subtree subtree : subtrees) {
            root = root == null ? subtree.hash() : MerkleTree.node(subtree.hash(), root);
        }
        return root == null ? MerkleTree.EMPTY : root;
    }
}
