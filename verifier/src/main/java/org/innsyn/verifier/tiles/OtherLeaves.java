package org.innsyn.verifier.tiles;

import java.util.Optional;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.heads.HeadsLeaf;
import org.innsyn.verifier.tree.Hash;

/** Looks at the leaves of a log that are no entries: trees of heads come one epoch after the other, and only of what came before them. */
final class OtherLeaves {

    private Optional<HeadsLeaf> newest = Optional.empty();
    private long others;

    /**
     * @param index where in the log
     * @throws Rejected when it is a tree of heads and does not follow the one before
     */
    void add(long index, byte[] leaf) {
        if (leaf.length == Hash.LENGTH) {
            return;
        }
        if (!HeadsLeaf.isOne(leaf)) {
            others++;
            return;
        }
        HeadsLeaf next = parse(index, leaf);
        boolean first = newest.isEmpty();
        if (next.epoch() != newest.map(HeadsLeaf::epoch).orElse(0L) + 1) {
            throw new Rejected(where(index), "The tree of heads is not number %d: one was left out, or there are two.".formatted(newest.map(HeadsLeaf::epoch).orElse(0L) + 1));
        }
        if (next.size() > index || !first && (next.size() < newest.get().size() || next.at().isBefore(newest.get().at()))) {
            throw new Rejected(where(index), "The tree of heads is older than the one before it, or newer than the log.");
        }
        newest = Optional.of(next);
    }

    private static HeadsLeaf parse(long index, byte[] leaf) {
        try {
            return HeadsLeaf.parse(Utf8.decode("the leaf", leaf));
        } catch (Malformed broken) {
            throw new Rejected(where(index), "The leaf breaks the format of a tree of heads: " + broken.getMessage() + ".");
        }
    }

    private static String where(long index) {
        return "leaf " + index;
    }

    /** How many trees of heads there were. */
    long trees() {
        return newest.map(HeadsLeaf::epoch).orElse(0L);
    }

    /** How many leaves this program does not know. */
    long unknown() {
        return others;
    }
}
