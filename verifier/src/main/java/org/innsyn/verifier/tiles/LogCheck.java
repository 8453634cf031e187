package org.innsyn.verifier.tiles;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.tree.MerkleTree;

/** Reads a log from its first entry to its last and holds it to what it signed. Memory does not grow with the log. */
public final class LogCheck {

    private final LogSource source;
    private final Trust trust;

    /**
     * @param trust with no key in it, the log's own {@code key} file is used
     */
    public LogCheck(LogSource source, Trust trust) {
        this.source = source;
        this.trust = trust;
    }

    /**
     * @param since an earlier checkpoint of the same log, which it must have grown from
     * @throws Rejected when the log contradicts its checkpoint or the earlier one
     * @throws Unusable when there is no log, or it cannot be read
     */
    public SoundLog check(Optional<SignedNote> since) {
        try {
            SignedNote note = SignedNote.parse(text("checkpoint"));
            List<VerifierKey> keys = trust.keys(trust.isBorrowed() ? text("key").strip() : "");
            VerifierKey key = Checkpoint.signer(note, keys);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            Optional<Checkpoint> earlier = since.map(before -> earlier(before, keys, checkpoint));
            var others = new OtherLeaves();
            long tiles = rebuild(checkpoint, earlier, others);
            return new SoundLog(checkpoint, key, tiles, others.trees(), others.unknown(), earlier);
        } catch (Malformed broken) {
            throw new Rejected("checkpoint", "The log's checkpoint or key breaks its format: " + broken.getMessage() + ".");
        }
    }

    private static Checkpoint earlier(SignedNote before, List<VerifierKey> keys, Checkpoint now) {
        try {
            Checkpoint.signer(before, keys);
        } catch (Rejected notOurs) {
            throw notOurs.within("earlier checkpoint");
        }
        Checkpoint earlier = Checkpoint.parse(before.text());
        if (!earlier.origin().equals(now.origin())) {
            throw new Rejected("earlier checkpoint, origin", "The earlier checkpoint is of another log.");
        }
        if (earlier.size() > now.size()) {
            throw new Rejected(
                    "checkpoint", "The log signed for %,d entries before and for %,d now: it lost some.".formatted(earlier.size(), now.size()));
        }
        return earlier;
    }

    private long rebuild(Checkpoint checkpoint, Optional<Checkpoint> earlier, OtherLeaves others) {
        var reader = new TileReader(source);
        var tree = new TileLevel(reader, 0);
        long size = 0;
        while (size < checkpoint.size()) {
            int width = (int) Math.min(TilePath.FULL, checkpoint.size() - size);
            for (byte[] entry : reader.entries(size / TilePath.FULL, width)) {
                compare(earlier, size, tree);
                others.add(size, entry);
                tree.add(MerkleTree.leaf(entry));
                size++;
            }
        }
        compare(earlier, size, tree);
        long tiles = tree.finish();
        if (!tree.root().equals(checkpoint.root())) {
            throw new Rejected("checkpoint", "The entries do not add up to the root the log signed: one was changed, added, removed or moved.");
        }
        return tiles;
    }

    private static void compare(Optional<Checkpoint> earlier, long size, TileLevel tree) {
        if (earlier.isPresent() && earlier.get().size() == size && !tree.root().equals(earlier.get().root())) {
            throw new Rejected(
                    "earlier checkpoint", "The log no longer begins with the %,d entries it signed for before: its past was rewritten.".formatted(size));
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
