package org.innsyn.verifier.tiles;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.partitioningBy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.tree.Hash;

/** Reads a log from its first entry to its last and holds it to what it signed. Memory does not grow with the log. */
public final class LogCheck {

    private final LogSource source;
    private final Trust trust;

    /**
     * @param trust with no key in it, the log's own {@code key} file is used, which holds one key a line
     */
    public LogCheck(LogSource source, Trust trust) {
        this.source = source;
        this.trust = trust;
    }

    /**
     * @param before earlier checkpoints of the same log, which it must have grown from
     * @throws Rejected when the log contradicts its checkpoint or an earlier one
     * @throws Unusable when there is no log, or it cannot be read
     */
    public SoundLog check(List<SignedNote> before) {
        try {
            SignedNote note = SignedNote.parse(text("checkpoint"));
            List<VerifierKey> keys = trust.isBorrowed() ? text("key").strip().lines().map(VerifierKey::parse).toList() : trust.given();
            VerifierKey key = Checkpoint.signer(note, keys);
            trust.witnesses().require(note);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            Map<Boolean, List<SignedNote>> own = before.stream().collect(partitioningBy(each -> Checkpoint.parse(each.text()).origin().equals(checkpoint.origin())));
            List<Checkpoint> earlier = own.get(true).stream().map(each -> earlier(each, keys, checkpoint)).sorted(comparingLong(Checkpoint::size)).toList();
            var others = new OtherLeaves();
            var predecessors = new Predecessors(own.get(false), keys, trust.isBorrowed());
            long tiles = rebuild(checkpoint, earlier, others, predecessors);
            return new SoundLog(checkpoint, key, trust.witnesses().of(note), tiles, others.trees(), others.unknown(), others.chain(),
                    Stream.concat(predecessors.agreed().stream(), earlier.stream()).toList());
        } catch (Malformed broken) {
            throw new Rejected("checkpoint", "The log's checkpoint or key breaks its format: " + broken.getMessage() + ".");
        }
    }

    private static Checkpoint earlier(SignedNote before, List<VerifierKey> keys, Checkpoint now) {
        Checkpoint earlier = Checkpoint.parse(before.text());
        try {
            Checkpoint.signer(before, keys);
        } catch (Rejected notOurs) {
            throw notOurs.within("earlier checkpoint over %,d entries".formatted(earlier.size()));
        }
        if (earlier.size() > now.size()) {
            throw new Rejected(
                    "checkpoint", "The log signed for %,d entries before and for %,d now: it lost some.".formatted(earlier.size(), now.size()));
        }
        return earlier;
    }

    /** @param earlier the smallest first */
    private long rebuild(Checkpoint checkpoint, List<Checkpoint> earlier, OtherLeaves others, Predecessors predecessors) {
        var reader = new TileReader(source);
        var above = new TileLevel(reader, 1);
        var rest = new ArrayDeque<>(earlier);
        Hash unfinished = null;
        long tiles = 0;
        try (var ahead = new TilesAhead(reader, checkpoint.size())) {
            for (List<HashedTile> run = ahead.next(); !run.isEmpty(); run = ahead.next()) {
                for (HashedTile tile : run) {
                    while (!rest.isEmpty() && rest.peek().size() < tile.first() + tile.width()) {
                        compare(rest.peek(), above.rootBefore(tile.rootOf((int) (rest.remove().size() - tile.first()))));
                    }
                    tile.others().forEach(other -> others.add(other.index(), other.leaf()));
                    predecessors.add(tile, others.chain());
                    if (tile.root() != null) {
                        above.add(tile.root());
                    } else {
                        unfinished = tile.rootOf(tile.width());
                    }
                    tiles++;
                }
            }
        }
        Hash root = above.rootBefore(unfinished);
        rest.forEach(last -> compare(last, root));
        tiles += above.finish();
        if (!root.equals(checkpoint.root())) {
            throw new Rejected("checkpoint", "The entries do not add up to the root the log signed: one was changed, added, removed or moved.");
        }
        return tiles;
    }

    private static void compare(Checkpoint earlier, Hash root) {
        if (!root.equals(earlier.root())) {
            throw new Rejected("earlier checkpoint",
                    "The log no longer begins with the %,d entries it signed for before: its past was rewritten.".formatted(earlier.size()));
        }
    }

    private String text(String path) {
        try {
            return Utf8.decode(path, source.read(path).orElseThrow(() -> new Unusable(
                    "There is no log here: it has no file " + path + ". Name the place below which /checkpoint is found.")));
        } catch (IOException failed) {
            throw new Unusable("The log cannot be read: " + failed + ". Nothing is known about it.");
        }
    }
}
