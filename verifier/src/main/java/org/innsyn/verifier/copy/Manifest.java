package org.innsyn.verifier.copy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.innsyn.verifier.encoding.Decimal;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.Malformed;

/**
 * {@code manifest.json} of a copy.
 *
 * @param sums SHA-256 in lowercase hex by path; of every file but the manifest
 * @param accessLogEntries how many entries the access log had when the copy was decided; absent when the copy leaves it out
 * @param accessLogEnded how many of them, from the first on, had ended with their time by then, as the manifest says
 */
record Manifest(Map<String, String> sums, OptionalLong accessLogEntries, long accessLogEnded) {

    static final String PATH = "manifest.json";

    Manifest {
        sums = Map.copyOf(sums);
    }

    static Manifest parse(String text) {
        if (!(Json.parse(text) instanceof Json.Members manifest) || !(manifest.members().get("files") instanceof Json.Items(List<Json> files))) {
            throw new Malformed("the manifest lists no files");
        }
        var sums = new HashMap<String, String>();
        for (Json file : files) {
            if (!(file instanceof Json.Members of) || sums.put(Json.text(of, "path"), Json.text(of, "sha256")) != null) {
                throw new Malformed("the manifest lists a file twice, or without path and sum");
            }
        }
        return new Manifest(sums, number(manifest, "accessLogEntries"), number(manifest, "accessLogEnded").orElse(0));
    }

    private static OptionalLong number(Json.Members manifest, String name) {
        return manifest.members().get(name) instanceof Json.Number(String written) ? OptionalLong.of(Decimal.parse("the manifest's " + name, written)) : OptionalLong.empty();
    }
}
