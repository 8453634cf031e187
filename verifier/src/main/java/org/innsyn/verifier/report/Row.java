package org.innsyn.verifier.report;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;

/** A line of {@code accesses.jsonl}. */
record Row(long index, Json.Members members) {

    /** Proved, and text as it stands. */
    private static final Set<String> WORDS = Set.of("occurredAt", "recordedAt", "source", "unit", "role", "object", "purpose", "legalBasis", "policyVersion");
    /** Proved, and JSON. */
    private static final Set<String> CODES = Set.of("actorKind", "operation", "categories", "verdict", "held");
    /** The company's word. */
    private static final Set<String> UNPROVED = Set.of("index", "log", "person", "actor", "recipient");

    static Row parse(String line) {
        if (!(Json.parse(line) instanceof Json.Members row)) {
            throw new Malformed("the line is no object");
        }
        for (String name : row.members().keySet()) {
            if (!WORDS.contains(name) && !CODES.contains(name) && !UNPROVED.contains(name)) {
                throw new Malformed("the line has a member that no row has");
            }
        }
        return new Row(Manifest.number(row, "index"), row);
    }

    /** @throws Rejected when the leaf says otherwise, or does not show all that a row says */
    void requireEqual(Map<String, byte[]> open) {
        var shown = new HashSet<>(WORDS);
        shown.addAll(CODES);
        if (!open.keySet().equals(shown)) {
            throw new Rejected("fields", "The leaf opens other fields than a row has.");
        }
        WORDS.forEach(name -> require(name, open.get(name), value -> new Json.Text(value)));
        CODES.forEach(name -> require(name, open.get(name), Json::parse));
    }

    private void require(String name, byte[] value, java.util.function.Function<String, Json> read) {
        Json said = members.members().get(name);
        Json logged;
        try {
            logged = value.length == 0 ? null : read.apply(Utf8.decode(name, value));
        } catch (Malformed broken) {
            throw new Rejected(name, "What the log has for it cannot be read.");
        }
        if (!java.util.Objects.equals(said, logged)) {
            throw new Rejected(name, "The row says something else than what was recorded.");
        }
    }

    /** A word of the row; empty when it has none. */
    String word(String name) {
        return members.members().containsKey(name) ? Json.text(members, name) : "";
    }
}
