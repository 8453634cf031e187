package org.innsyn.verifier.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.Malformed;

/** Counts the rows again, by the rules of {@code docs/report-format.md}. */
final class Recount {

    /** Of each kind, so many values are counted by themselves, in the order in which they come; the rest together. */
    private static final int VALUES = 2_000;
    private static final List<String> KINDS =
            List.of("purpose", "unit", "category", "recipient", "source", "operation", "actorKind", "verdict", "legalBasis", "log");

    private final ZoneId zone;
    private final Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    private final Map<String, Long> others = new LinkedHashMap<>();
    private final Map<LocalDate, Long> days = new TreeMap<>();
    private long entries;

    Recount(ZoneId zone) {
        this.zone = zone;
        for (String kind : KINDS) {
            counts.put(kind, new LinkedHashMap<>());
            others.put(kind, 0L);
        }
    }

    void add(Row row) {
        entries++;
        for (String kind : KINDS) {
            switch (kind) {
                case "category" -> categories(row);
                case "recipient" -> {
                    if (row.members().members().containsKey("recipient")) {
                        count(kind, row.word("recipient"));
                    }
                }
                default -> count(kind, row.word(kind));
            }
        }
        days.merge(Instant.parse(row.word("recordedAt")).atZone(zone).toLocalDate(), 1L, Long::sum);
    }

    private void categories(Row row) {
        for (Json each : Manifest.items(row.members(), "categories")) {
            if (!(each instanceof Json.Text(String category))) {
                throw new Malformed("a category is no word");
            }
            count("category", category);
        }
    }

    private void count(String kind, String value) {
        Map<String, Long> of = counts.get(kind);
        if (of.containsKey(value) || of.size() < VALUES) {
            of.merge(value, 1L, Long::sum);
        } else {
            others.merge(kind, 1L, Long::sum);
        }
    }

    /** {@code figures.json} as it must be. */
    Json figures() {
        var by = new LinkedHashMap<String, Json>();
        var rest = new LinkedHashMap<String, Json>();
        for (String kind : KINDS) {
            List<Map.Entry<String, Long>> sorted = new ArrayList<>(counts.get(kind).entrySet());
            sorted.sort(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Comparator.comparing(Map.Entry::getKey)));
            by.put(kind, new Json.Items(sorted.stream().map(each -> counted("value", each.getKey(), each.getValue())).toList()));
            rest.put(kind, number(others.get(kind)));
        }
        var members = new LinkedHashMap<String, Json>();
        members.put("format", new Json.Text("innsyn-report-figures/1"));
        members.put("entries", number(entries));
        members.put("by", new Json.Members(by));
        members.put("others", new Json.Members(rest));
        members.put("days", new Json.Items(days.entrySet().stream().map(each -> counted("day", each.getKey().toString(), each.getValue())).toList()));
        return new Json.Members(members);
    }

    private static Json counted(String name, String value, long entries) {
        return new Json.Members(Map.of(name, new Json.Text(value), "entries", number(entries)));
    }

    private static Json number(long number) {
        return new Json.Number(String.valueOf(number));
    }
}
