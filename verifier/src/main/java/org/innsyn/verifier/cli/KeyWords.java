package org.innsyn.verifier.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.entry.FieldWords;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.Cosignature;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;

/** What is said about a checkpoint and the key it was checked with. */
final class KeyWords {

    private KeyWords() {}

    static String signature(Checkpoint checkpoint, VerifierKey key) {
        return "The checkpoint of the log %s over %,d entries has the root %s. Its signature is good: key %s+%s."
                .formatted(FieldWords.printable(checkpoint.origin()), checkpoint.size(), checkpoint.root(), FieldWords.printable(key.name()), key.id());
    }

    /** What the key is worth. */
    static String trust(Trust trust, String cameWith) {
        return trust.isBorrowed()
                ? "The key came with the " + cameWith + ", so this shows only that the " + cameWith
                        + " agrees with that key. Get the log's key from elsewhere and name it with --key to know whose it is."
                : "It was checked with the key you named.";
    }

    static Map<String, Json> details(Checkpoint checkpoint, VerifierKey key, Trust trust) {
        var details = new LinkedHashMap<String, Json>();
        details.put("origin", new Json.Text(checkpoint.origin()));
        details.put("size", number(checkpoint.size()));
        details.put("root", new Json.Text(checkpoint.root().toString()));
        details.put("key", new Json.Text(key.toString()));
        details.put("keyWasGiven", new Json.Truth(!trust.isBorrowed()));
        return details;
    }

    /** Who of the named witnesses signed, and when; nothing when none was named. */
    static List<String> witnesses(Trust trust, List<Cosignature> cosignatures) {
        if (trust.witnesses().keys().isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        cosignatures.forEach(each -> lines.add("The witness %s had seen it as the newest of this log at %s.".formatted(FieldWords.printable(each.witness().name()), each.at())));
        lines.add("%d of the %d witnesses you named signed it, and %d were required."
                .formatted(cosignatures.size(), trust.witnesses().keys().size(), trust.witnesses().quorum()));
        return lines;
    }

    static Json witnesses(List<Cosignature> cosignatures) {
        return new Json.Items(cosignatures.stream()
                .<Json>map(each -> new Json.Members(Map.of("key", new Json.Text(each.witness().toString()), "at", new Json.Text(each.at().toString()))))
                .toList());
    }

    static Json number(long number) {
        return new Json.Number(String.valueOf(number));
    }
}
