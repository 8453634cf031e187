package org.innsyn.verifier.copy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.encoding.Decimal;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.Malformed;

/**
 * {@code manifest.json} of a copy.
 *
 * @param signature what its signature must say; absent for copies that were made before copies were signed
 * @param sums SHA-256 in lowercase hex by path; of every file but the manifest and its signature
 * @param accessLogEntries how many entries the access log had when the copy was decided; absent when the copy leaves it out
 * @param accessLogEnded how many of them, from the first on, had ended with their time by then, as the manifest says
 */
record Manifest(Optional<Signature> signature, Map<String, String> sums, OptionalLong accessLogEntries, long accessLogEnded) {

    static final String PATH = "manifest.json";
    static final String NOTE = "manifest.json.note";
    static final String SIGNED = "innsyn-copy/2";

    private static final String UNSIGNED = "innsyn-copy/1";
    private static final String REPORT = "innsyn-report/";

    /**
     * What a signed manifest says of its signature.
     *
     * @param request the request the copy answers
     * @param key the key that signed, for want of the same one had from elsewhere
     */
    record Signature(String request, String key) {}

    Manifest {
        sums = Map.copyOf(sums);
    }

    /**
     * @throws Malformed when it is no copy's manifest
     * @throws Unusable when it is a report's
     */
    static Manifest parse(String text) {
        if (!(Json.parse(text) instanceof Json.Members manifest) || !(manifest.members().get("files") instanceof Json.Items(List<Json> files))) {
            throw new Malformed("the manifest lists no files");
        }
        String format = Json.text(manifest, "format");
        if (format.startsWith(REPORT)) {
            throw new Unusable("This is an audit report that was taken out of its ZIP. Check the ZIP.");
        }
        if (!format.equals(SIGNED) && !format.equals(UNSIGNED)) {
            throw new Malformed("the manifest is of another format than this program knows");
        }
        var sums = new HashMap<String, String>();
        for (Json file : files) {
            if (!(file instanceof Json.Members of) || sums.put(Json.text(of, "path"), Json.text(of, "sha256")) != null) {
                throw new Malformed("the manifest lists a file twice, or without path and sum");
            }
        }
        var signature = format.equals(SIGNED)
                ? Optional.of(new Signature(Json.text(manifest, "request"), Json.text(manifest, "copyKey")))
                : Optional.<Signature>empty();
        return new Manifest(signature, sums, number(manifest, "accessLogEntries"), number(manifest, "accessLogEnded").orElse(0));
    }

    private static OptionalLong number(Json.Members manifest, String name) {
        return manifest.members().get(name) instanceof Json.Number(String written) ? OptionalLong.of(Decimal.parse("the manifest's " + name, written)) : OptionalLong.empty();
    }
}
