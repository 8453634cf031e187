package org.innsyn.verifier.tiles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.tree.GrowingTree;
import org.innsyn.verifier.tree.Hash;

/**
 * Holds checkpoints of the logs that this one says it follows against the leaves it took over from them. A predecessor's leaves stand
 * behind the leaf that names it, one place further on for each log in between.
 */
final class Predecessors {

    private final List<SignedNote> notes;
    private final Collection<VerifierKey> keys;
    private final boolean borrowed;
    private final List<Waiting> waiting = new ArrayList<>();
    private long next;

    /** A checkpoint whose leaves are being read, from index {@code shift} on. */
    private record Waiting(Checkpoint checkpoint, long shift, GrowingTree tree) {}

    /** @param borrowed whether a predecessor's key may be had from the log itself */
    Predecessors(List<SignedNote> notes, Collection<VerifierKey> keys, boolean borrowed) {
        this.notes = notes;
        this.keys = keys;
        this.borrowed = borrowed;
    }

    /** Tiles in their order. @param chain the logs that this one follows, the last one first */
    void add(HashedTile tile, List<OriginLeaf> chain) {
        if (next == 0) {
            notes.forEach(note -> begin(note, chain));
        }
        for (Waiting each : waiting) {
            for (int i = 0; i < tile.width() && each.tree.size() < each.checkpoint.size(); i++) {
                if (tile.first() + i >= each.shift) {
                    each.tree.add(Hash.at(tile.hashes(), i * Hash.LENGTH));
                }
            }
        }
        next = tile.first() + tile.width();
    }

    private void begin(SignedNote note, List<OriginLeaf> chain) {
        Checkpoint earlier = Checkpoint.parse(note.text());
        long kept = Long.MAX_VALUE;
        for (int depth = 0; depth < chain.size(); depth++) {
            OriginLeaf origin = chain.get(depth);
            kept = depth == 0 ? origin.kept() : Math.min(Math.max(0, kept - 1), origin.kept());
            if (origin.predecessor().equals(earlier.origin())) {
                verify(note, earlier, origin);
                agree(earlier, origin, kept);
                waiting.add(new Waiting(earlier, depth + 1L, new GrowingTree()));
                return;
            }
        }
        throw new Rejected("earlier checkpoint, origin", "The earlier checkpoint is of another log, and this one does not say that it follows it.");
    }

    private void verify(SignedNote note, Checkpoint earlier, OriginLeaf origin) {
        try {
            Checkpoint.signer(note, borrowed ? List.of(origin.key()) : keys);
        } catch (Rejected notOurs) {
            throw notOurs.within("earlier checkpoint over %,d entries".formatted(earlier.size()));
        }
    }

    private static void agree(Checkpoint earlier, OriginLeaf origin, long kept) {
        if (earlier.size() > origin.size() || earlier.size() == origin.size() && !earlier.root().equals(origin.root())) {
            throw new Rejected("leaf 0", "The log %s signed a checkpoint over %,d entries that its successor does not know of: it says it ended with %,d."
                    .formatted(origin.predecessor(), earlier.size(), origin.size()));
        }
        if (earlier.size() > kept) {
            throw new Rejected("earlier checkpoint", "Entries %,d to %,d of the log %s are lost, as its successor says; the earlier checkpoint covers some of them."
                    .formatted(kept + 1, origin.size(), origin.predecessor()));
        }
    }

    /** After the last tile: every checkpoint's root is that of the leaves that were taken over. */
    List<Checkpoint> agreed() {
        for (Waiting each : waiting) {
            if (each.tree.size() != each.checkpoint.size() || !each.tree.root().equals(each.checkpoint.root())) {
                throw new Rejected("earlier checkpoint", "The log did not take over the %,d entries its predecessor had signed for: its past was rewritten."
                        .formatted(each.checkpoint.size()));
            }
        }
        return waiting.stream().map(Waiting::checkpoint).toList();
    }
}
