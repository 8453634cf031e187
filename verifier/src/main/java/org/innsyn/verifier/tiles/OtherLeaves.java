package org.innsyn.verifier.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.heads.HeadsLeaf;
import org.innsyn.verifier.tree.Hash;

/**
 * Looks at the leaves of a log that are no entries: trees of heads come one epoch after the other, and only of what came before them. What
 * a log took over from the one before is looked at as that log's.
 */
final class OtherLeaves {

    private Optional<HeadsLeaf> newest = Optional.empty();
    private Optional<OriginLeaf> origin = Optional.empty();
    private Optional<OtherLeaves> takenOver = Optional.empty();
    private long others;

    /**
     * @param index where in the log
     * @throws Rejected when it is a tree of heads and does not follow the one before
     */
    void add(long index, byte[] leaf) {
        if (leaf.length == Hash.LENGTH) {
            return;
        }
        if (origin.isPresent() && index <= origin.get().kept()) {
            takenOver.orElseThrow().add(index - 1, leaf);
            return;
        }
        if (OriginLeaf.isOne(leaf)) {
            begin(index, leaf);
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

    private void begin(long index, byte[] leaf) {
        if (index > 0) {
            throw new Rejected(where(index), "The leaf says that the log follows another one, and is not its first.");
        }
        try {
            origin = Optional.of(OriginLeaf.parse(Utf8.decode("the leaf", leaf)));
            takenOver = Optional.of(new OtherLeaves());
        } catch (Malformed broken) {
            throw new Rejected(where(index), "The leaf does not name a predecessor as it should: " + broken.getMessage() + ".");
        }
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
        return newest.map(HeadsLeaf::epoch).orElse(0L) + takenOver.map(OtherLeaves::trees).orElse(0L);
    }

    /** The logs that this one follows, the last one first. */
    List<OriginLeaf> chain() {
        var chain = new ArrayList<OriginLeaf>();
        origin.ifPresent(chain::add);
        takenOver.ifPresent(before -> chain.addAll(before.chain()));
        return chain;
    }

    /** How many leaves this program does not know. */
    long unknown() {
        return others + takenOver.map(OtherLeaves::unknown).orElse(0L);
    }
}
