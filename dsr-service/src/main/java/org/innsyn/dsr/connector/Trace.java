package org.innsyn.dsr.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where a person's records stand in a system. Personal data: to be kept in the vault, never in an event or a log.
 *
 * @param keys the keys of the records that others hang on, by table
 * @param found how many records there were when first counted, by item name
 */
public record Trace(Map<String, List<String>> keys, Map<String, Long> found) {

    /** Nothing known. */
    public static final Trace NONE = new Trace(Map.of(), Map.of());

    /** The keys of a table; empty when none is known. */
    public List<String> of(String table) {
        return keys.getOrDefault(table, List.of());
    }

    /** Whether this knows every key the other one knows. */
    public boolean covers(Trace other) {
        return other.keys.entrySet().stream().allMatch(table -> of(table.getKey()).containsAll(table.getValue()));
    }

    /** What either knows; counts stay as they were counted first or, where more came to light, as high as they were seen. */
    public Trace and(Trace other) {
        Map<String, List<String>> all = new LinkedHashMap<>(keys);
        other.keys.forEach((table, more) -> all.merge(table, more, Trace::union));
        Map<String, Long> counts = new LinkedHashMap<>(found);
        other.found.forEach((item, count) -> counts.merge(item, count, Math::max));
        return new Trace(all, counts);
    }

    private static List<String> union(List<String> one, List<String> other) {
        var both = new TreeSet<>(one);
        both.addAll(other);
        return List.copyOf(both);
    }

    @Override
    public String toString() {
        return "Trace[]";
    }
}
