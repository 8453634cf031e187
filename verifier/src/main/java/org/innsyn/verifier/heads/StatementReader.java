package org.innsyn.verifier.heads;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.encoding.Decimal;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.StrictBase64;
import org.innsyn.verifier.entry.TlogProof;
import org.innsyn.verifier.tree.Hash;

/** Reads a completeness statement. A text that is none at all is unusable; one that is and breaks the format is bad. */
final class StatementReader {

    private static final String FORMAT = "innsyn-completeness/1";
    private static final Set<String> MEMBERS =
            Set.of("format", "ledger", "slot", "number", "newest", "blinding", "path", "heads", "proof", "key");

    private final String text;

    StatementReader(String text) {
        this.text = text;
    }

    static boolean isOne(String text) {
        try {
            return Json.parse(text) instanceof Json.Members file && new Json.Text(FORMAT).equals(file.members().get("format"));
        } catch (Malformed notJson) {
            return false;
        }
    }

    Statement read() {
        if (!isOne(text)) {
            throw new Unusable("This is not a completeness statement: its format is not " + FORMAT + ".");
        }
        var file = (Json.Members) Json.parse(text);
        try {
            if (!file.members().keySet().equals(MEMBERS) || !(file.members().get("path") instanceof Json.Items(List<Json> path))) {
                throw new Malformed("the statement has other parts than a statement has");
            }
            return new Statement(
                    ledger(Json.text(file, "ledger")), number(file, "slot"), number(file, "number"), hash(file, "newest"), hash(file, "blinding"),
                    path.stream().map(StatementReader::sibling).toList(),
                    HeadsLeaf.parse(Json.text(file, "heads")), TlogProof.parse(Json.text(file, "proof")), Json.text(file, "key"));
        } catch (Malformed broken) {
            throw new Rejected("format", "It breaks the format: " + broken.getMessage() + ".");
        }
    }

    private static UUID ledger(String text) {
        try {
            var ledger = UUID.fromString(text);
            if (ledger.toString().equals(text)) {
                return ledger;
            }
        } catch (IllegalArgumentException notAnId) {
            // told below
        }
        throw new Malformed("the ledger is not an id");
    }

    private static long number(Json.Members file, String name) {
        if (file.members().get(name) instanceof Json.Number(String written)) {
            return Decimal.parse("\"" + name + "\"", written);
        }
        throw new Malformed("\"" + name + "\" is missing or not a number");
    }

    private static Hash hash(Json.Members file, String name) {
        return new Hash(StrictBase64.decode("\"" + name + "\"", Json.text(file, name), Hash.LENGTH));
    }

    private static Hash sibling(Json item) {
        if (item instanceof Json.Text(String written)) {
            return new Hash(StrictBase64.decode("a hash of the path", written, Hash.LENGTH));
        }
        throw new Malformed("a hash of the path is not text");
    }
}
