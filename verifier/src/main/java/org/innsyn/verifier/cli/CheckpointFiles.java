package org.innsyn.verifier.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;

/** Checkpoints that were kept in files. Two of one size show a fork without anything else. */
final class CheckpointFiles {

    private final Trust trust;
    private final boolean hasLog;
    private final Map<String, Checkpoint> seen = new LinkedHashMap<>();

    /** @param hasLog whether they are held against a log afterwards, which brings its key */
    CheckpointFiles(Trust trust, boolean hasLog) {
        this.trust = trust;
        this.hasLog = hasLog;
    }

    /** The note, when the text is a checkpoint and nothing else. */
    static Optional<SignedNote> read(String text) {
        try {
            SignedNote note = SignedNote.parse(text);
            Checkpoint.parse(note.text());
            return Optional.of(note);
        } catch (Malformed somethingElse) {
            return Optional.empty();
        }
    }

    /** Checks signature and witnesses, and that no checkpoint before says otherwise of the same size. */
    Answer check(String file, SignedNote note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (trust.isBorrowed() && hasLog) {
            compare(checkpoint);
            return Answer.good(file, List.of("A checkpoint over %,d entries. It is held against the log below.".formatted(checkpoint.size())), Map.of());
        }
        if (trust.isBorrowed()) {
            throw new Unusable("A checkpoint brings no key. Name the log's key with --key.");
        }
        VerifierKey key = Checkpoint.signer(note, trust.given());
        trust.witnesses().require(note);
        compare(checkpoint);
        var cosignatures = trust.witnesses().of(note);
        var details = new LinkedHashMap<>(KeyWords.details(checkpoint, key, trust));
        details.put("witnesses", KeyWords.witnesses(cosignatures));
        var lines = new ArrayList<>(List.of(KeyWords.signature(checkpoint, key), KeyWords.trust(trust, "file")));
        lines.addAll(KeyWords.witnesses(trust, cosignatures));
        if (!hasLog) {
            lines.add("Whether the log has only grown since is shown by the log itself: name it with --log.");
        }
        return Answer.good(file, lines, Map.<String, Json>copyOf(details));
    }

    private void compare(Checkpoint checkpoint) {
        Checkpoint other = seen.putIfAbsent(checkpoint.size() + " " + checkpoint.origin(), checkpoint);
        if (other != null && !other.root().equals(checkpoint.root())) {
            throw new Rejected("root", "Another checkpoint of this log has the same size and another root: the log tells two stories. Keep both.");
        }
    }
}
