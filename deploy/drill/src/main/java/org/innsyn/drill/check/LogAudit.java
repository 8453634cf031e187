package org.innsyn.drill.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.tiles.LogCheck;
import org.innsyn.verifier.tiles.LogSource;
import org.innsyn.verifier.tree.GrowingTree;
import org.innsyn.verifier.tree.MerkleTree;

/** Holds the log to everything it ever published, with the checker's own tree. */
final class LogAudit {

    private static final int BUNDLE = 256;

    private final LogSource log;
    private final VerifierKey key;

    LogAudit(String place, VerifierKey key) {
        this.log = LogSource.at(place);
        this.key = key;
    }

    /** Sentences about what does not hold: the log as it stands, and its beginnings as they were published before. */
    List<String> complaints(Map<Long, Checkpoint> published) {
        try {
            long size = new LogCheck(log, new Trust(List.of(key))).check(List.of()).checkpoint().size();
            return beginnings(size, published);
        } catch (Rejected | Unusable broken) {
            return List.of("The checker rejects the log: " + broken.getMessage());
        } catch (IOException unreadable) {
            return List.of("The log cannot be read: " + unreadable.getMessage());
        }
    }

    private List<String> beginnings(long size, Map<Long, Checkpoint> published) throws IOException {
        var complaints = new ArrayList<String>();
        published.values().stream().filter(each -> each.size() > size)
                .forEach(each -> complaints.add("A checkpoint over %,d entries was published before; now there are %,d.".formatted(each.size(), size)));
        var tree = new GrowingTree();
        for (long bundle = 0; bundle * BUNDLE < size; bundle++) {
            int width = (int) Math.min(BUNDLE, size - bundle * BUNDLE);
            for (var leaf : leaves(bundle, width)) {
                tree.add(MerkleTree.leaf(leaf));
                var before = published.get(tree.size());
                if (before != null && !before.root().equals(tree.root())) {
                    complaints.add("The first %,d entries have another root than was published for them.".formatted(tree.size()));
                }
            }
        }
        return complaints;
    }

    /** C2SP tlog-tiles: an entry bundle is entries one after the other, each after its length in two bytes. */
    private List<byte[]> leaves(long bundle, int width) throws IOException {
        var place = new StringBuilder("%03d".formatted(bundle % 1_000));
        for (long rest = bundle / 1_000; rest > 0; rest /= 1_000) {
            place.insert(0, "x%03d/".formatted(rest % 1_000));
        }
        var path = "tile/entries/" + place + (width == BUNDLE ? "" : ".p/" + width);
        var bytes = log.read(path).orElseThrow(() -> new IOException("there is no " + path));
        var leaves = new ArrayList<byte[]>(width);
        for (int at = 0; at < bytes.length; ) {
            int length = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
            leaves.add(Arrays.copyOfRange(bytes, at + 2, at + 2 + length));
            at += 2 + length;
        }
        return leaves;
    }
}
