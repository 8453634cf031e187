package org.innsyn.drill.erasure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.innsyn.drill.scan.Found;

/** The table of places. */
final class Report {

    private final Map<String, String> before = new LinkedHashMap<>();
    private final Map<String, Boolean> probes = new LinkedHashMap<>();
    private final Map<String, String> after = new LinkedHashMap<>();
    private long bytes;
    private long hits;

    void before(String place, Found found, String words) {
        before.put(place, words);
        bytes += found.bytes();
    }

    void probe(String place, boolean found) {
        probes.put(place, found);
    }

    void after(String place, Found found, int useless) {
        long count = found.hits().values().stream().mapToLong(Long::longValue).sum();
        hits += count;
        bytes += found.bytes();
        after.put(place, "%,d | %.1f | %d | %d".formatted(found.files(), found.bytes() / 1e6, count, useless));
    }

    String markdown() {
        var text = new StringBuilder("| place | before | probe | files after | MB | hits after | wrapped keys that nothing unwraps |\n|---|---|---|---|---|---|---|\n");
        after.forEach((place, line) -> text.append("| %s | %s | %s | %s |%n".formatted(place, Objects.requireNonNullElse(before.get(place), ""),
                probes.containsKey(place) ? probes.get(place) ? "found" : "NOT FOUND" : "the canaries themselves", line)));
        return text.append("\n%d places, %.2f GB searched in all, %d hits.".formatted(after.size(), bytes / 1e9, hits)).toString();
    }
}
