package org.innsyn.verifier.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innsyn.verifier.encoding.Decimal;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.Malformed;

/**
 * {@code manifest.json} of a report.
 *
 * @param report the report's id
 * @param from the period, inclusive
 * @param to the period, exclusive
 * @param zone where the days of the figures begin
 * @param scope values by list ("units", "purposes", "sources", "categories"); an empty list means everything
 * @param logKey the log's key, for want of a better one
 * @param reportKey the key the report is signed with, for want of a better one
 * @param counts leaves by kind ("listed", "outside", "closed", "other")
 * @param files size and SHA-256 by path, of every file but the manifest and its signature
 */
record Manifest(
        String report, Instant from, Instant to, ZoneId zone, Map<String, Set<String>> scope, String logKey, String reportKey, Map<String, Long> counts, Map<String, File> files) {

    static final String PATH = "manifest.json";
    static final String NOTE = "manifest.json.note";
    static final String FORMAT = "innsyn-report/1";

    private static final Set<String> MEMBERS = Set.of("format", "report", "madeAt", "from", "to", "zone", "language", "scope", "logKey", "reportKey", "counts", "requests", "files");
    private static final Set<String> SCOPE = Set.of("units", "purposes", "sources", "categories");
    private static final Set<String> COUNTS = Set.of("listed", "outside", "closed", "other");

    /** A file as it must be. */
    record File(long sizeBytes, String sha256) {}

    static Manifest parse(String text) {
        if (!(Json.parse(text) instanceof Json.Members manifest) || !manifest.members().keySet().equals(MEMBERS) || !Json.text(manifest, "format").equals(FORMAT)) {
            throw new Malformed("the manifest has other parts than a report's has");
        }
        try {
            return new Manifest(Json.text(manifest, "report"), Instant.parse(Json.text(manifest, "from")), Instant.parse(Json.text(manifest, "to")),
                    ZoneId.of(Json.text(manifest, "zone")), scope(members(manifest, "scope", SCOPE)), Json.text(manifest, "logKey"), Json.text(manifest, "reportKey"),
                    counts(members(manifest, "counts", COUNTS)), files(items(manifest, "files")));
        } catch (DateTimeException notATime) {
            throw new Malformed("the manifest's period or zone cannot be read");
        }
    }

    /** Whether a value of one of the scope's fields is within it. */
    boolean isWithin(String list, String value) {
        return scope.get(list).isEmpty() || scope.get(list).contains(value);
    }

    private static Map<String, Set<String>> scope(Json.Members members) {
        var scope = new HashMap<String, Set<String>>();
        members.members().forEach((name, values) -> {
            var each = new HashSet<String>();
            for (Json value : items(members, name)) {
                if (!(value instanceof Json.Text(String text))) {
                    throw new Malformed("the manifest's scope is not made of words");
                }
                each.add(text);
            }
            scope.put(name, each);
        });
        return scope;
    }

    private static Map<String, Long> counts(Json.Members members) {
        var counts = new HashMap<String, Long>();
        members.members().forEach((name, count) -> counts.put(name, number(members, name)));
        return counts;
    }

    private static Map<String, File> files(List<Json> items) {
        var files = new HashMap<String, File>();
        for (Json item : items) {
            if (!(item instanceof Json.Members file)
                    || files.put(Json.text(file, "path"), new File(number(file, "sizeBytes"), Json.text(file, "sha256"))) != null) {
                throw new Malformed("the manifest lists a file twice, or without path, size and sum");
            }
        }
        return files;
    }

    static Json.Members members(Json.Members of, String name, Set<String> names) {
        if (of.members().get(name) instanceof Json.Members found && found.members().keySet().equals(names)) {
            return found;
        }
        throw new Malformed("\"" + name + "\" is missing or has other parts");
    }

    static List<Json> items(Json.Members of, String name) {
        if (of.members().get(name) instanceof Json.Items(List<Json> items)) {
            return items;
        }
        throw new Malformed("\"" + name + "\" is missing or no list");
    }

    static long number(Json.Members of, String name) {
        if (of.members().get(name) instanceof Json.Number(String written)) {
            return Decimal.parse("\"" + name + "\"", written);
        }
        throw new Malformed("\"" + name + "\" is missing or not a number");
    }
}
