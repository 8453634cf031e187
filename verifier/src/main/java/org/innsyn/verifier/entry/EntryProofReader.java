package org.innsyn.verifier.entry;

import java.util.List;
import java.util.Set;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.StrictBase64;
import org.innsyn.verifier.tree.Hash;

/** Reads an entry proof. A text that is no entry proof at all is unusable; one that is and breaks the format is bad. */
final class EntryProofReader {

    private static final String FORMAT = "innsyn-entry-proof/1";
    private static final Set<String> MEMBERS = Set.of("format", "fields", "proof", "key");
    private static final Set<String> OPEN = Set.of("name", "salt", "value");
    private static final Set<String> HIDDEN = Set.of("name", "digest");

    private final String text;

    EntryProofReader(String text) {
        this.text = text;
    }

    EntryProof read() {
        Json.Members file = file();
        try {
            if (!file.members().keySet().equals(MEMBERS) || !(file.members().get("fields") instanceof Json.Items(List<Json> fields))) {
                throw new Malformed("the file has other parts than format, fields, proof and key");
            }
            return new EntryProof(
                    fields.stream().map(EntryProofReader::field).toList(),
                    TlogProof.parse(Json.text(file, "proof")),
                    Json.text(file, "key"));
        } catch (Malformed broken) {
            throw new Rejected("format", Sentence.of(broken.getMessage()));
        }
    }

    private Json.Members file() {
        try {
            if (Json.parse(text) instanceof Json.Members file && Json.text(file, "format").equals(FORMAT)) {
                return file;
            }
        } catch (Malformed broken) {
            throw new Unusable("This is not an entry proof: " + broken.getMessage() + ". If it was downloaded, download it again.");
        }
        throw new Unusable("This is not an entry proof: its format is not " + FORMAT + ".");
    }

    private static Field field(Json item) {
        if (item instanceof Json.Members field) {
            Set<String> members = field.members().keySet();
            if (members.equals(OPEN)) {
                return new Field.Open(
                        Json.text(field, "name"), hash(field, "salt"), StrictBase64.decode("a field's value", Json.text(field, "value")));
            }
            if (members.equals(HIDDEN)) {
                return new Field.Hidden(Json.text(field, "name"), hash(field, "digest"));
            }
        }
        throw new Malformed("a field has neither a digest nor both salt and value");
    }

    private static Hash hash(Json.Members field, String name) {
        return new Hash(StrictBase64.decode("a field's " + name, Json.text(field, name), Hash.LENGTH));
    }
}
