package org.innsyn.verifier.report;

import java.time.Instant;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.heads.HeadsLeaf;

/**
 * Whether a run of leaves holds everything of a period. A tree of heads says that everything answered {@code recorded} by its time stands
 * before it, and it was begun after the tree before it stood in the log.
 */
final class Edges {

    private final Manifest manifest;
    private final long first;
    private HeadsLeaf newest;
    private long newestAt = -1;
    private boolean beginsInTime;
    private int trees;

    Edges(Manifest manifest, long first) {
        this.manifest = manifest;
        this.first = first;
        this.beginsInTime = first == 0;
    }

    /** @throws Rejected when it is a tree of heads and does not follow the one before */
    void add(long index, byte[] leaf) {
        if (!HeadsLeaf.isOne(leaf)) {
            return;
        }
        HeadsLeaf next = parse(index, leaf);
        boolean follows = newest == null || next.epoch() == newest.epoch() + 1 && next.size() >= newest.size() && !next.at().isBefore(newest.at());
        if (!follows || next.size() > index) {
            throw new Rejected("leaf " + index, "The tree of heads does not follow the one before it.");
        }
        trees++;
        if (trees == 2 && newestAt == first && !next.at().isAfter(manifest.from())) {
            beginsInTime = true;
        }
        newest = next;
        newestAt = index;
    }

    private static HeadsLeaf parse(long index, byte[] leaf) {
        try {
            return HeadsLeaf.parse(Utf8.decode("the leaf", leaf));
        } catch (Malformed broken) {
            throw new Rejected("leaf " + index, "The leaf breaks the format of a tree of heads: " + broken.getMessage() + ".");
        }
    }

    /** @throws Rejected when the run may begin too late or end too early for the period */
    void requirePeriod(long end) {
        if (!beginsInTime) {
            throw new Rejected("range", "The run may begin too late: entries of the period may stand before it.");
        }
        if (newest == null || newestAt != end - 1 || newest.at().isBefore(manifest.to())) {
            throw new Rejected("range", "The run may end too early: entries of the period may stand after it.");
        }
    }

    /** Up to when everything is in. */
    Instant completeUpTo() {
        return newest.at();
    }
}
