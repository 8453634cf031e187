package org.innsyn.verifier.written;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An entry proof file in its parts, so that each can be forged. */
public record WrittenProof(List<WrittenField> fields, String proof, String key) {

    public static WrittenProof of(WrittenEntry entry, WrittenLog log, int index, Set<String> hidden) {
        return new WrittenProof(entry.fields(hidden), log.proof(index), log.key().verifierKey());
    }

    public String json() {
        String each = fields.stream().map(WrittenField::json).collect(Collectors.joining(", "));
        return "{\"format\": \"innsyn-entry-proof/1\", \"fields\": [" + each + "], \"proof\": \"" + proof.replace("\n", "\\n") + "\", \"key\": \"" + key + "\"}";
    }
}
