package org.innsyn.audit.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is listed. Memory is bounded: the first {@value #VALUES} values of a kind are counted each by itself, in the order in which
 * they come, and the rest together. Whoever has the rows counts the same.
 */
final class Tally {

    /** How many values of a kind are counted by themselves. */
    static final int VALUES = 2_000;
    /** Where nothing was reported. */
    static final String NONE = "";

    private static final List<String> KINDS = List.of("purpose", "unit", "category", "recipient", "source", "operation", "actorKind", "verdict", "legalBasis", "log");

    private final ZoneId zone;
    private final Map<String, Map<String, long[]>> counts = new LinkedHashMap<>();
    private final Map<String, long[]> others = new LinkedHashMap<>();
    private final Map<LocalDate, long[]> days = new TreeMap<>();
    private long entries;
    private @Nullable Instant lastHour;
    private @Nullable LocalDate lastDay;

    Tally(ZoneId zone) {
        this.zone = zone;
        for (var kind : KINDS) {
            counts.put(kind, new LinkedHashMap<>());
            others.put(kind, new long[1]);
        }
    }

    void add(ReportRow row) {
        entries++;
        count("purpose", row.purpose());
        count("unit", row.unit());
        row.categories().forEach(category -> count("category", category));
        if (row.recipient() != null) {
            count("recipient", row.recipient());
        }
        count("source", row.source());
        count("operation", ReportRow.word(row.operation()));
        count("actorKind", ReportRow.word(row.actorKind()));
        count("verdict", ReportRow.word(row.verdict()));
        count("legalBasis", row.legalBasis());
        count("log", ReportRow.word(row.log()));
        days.computeIfAbsent(day(Instant.parse(row.recordedAt())), none -> new long[1])[0]++;
    }

    /** Most rows come within the hour of the one before. */
    private LocalDate day(Instant recordedAt) {
        var hour = recordedAt.truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        if (!hour.equals(lastHour)) {
            lastHour = hour;
            lastDay = recordedAt.atZone(zone).toLocalDate();
        }
        return lastDay;
    }

    private void count(String kind, @Nullable String value) {
        var of = counts.get(kind);
        var counted = of.get(value == null ? NONE : value);
        if (counted == null) {
            counted = of.size() < VALUES ? new long[1] : others.get(kind);
            if (of.size() < VALUES) {
                of.put(value == null ? NONE : value, counted);
            }
        }
        counted[0]++;
    }

    long entries() {
        return entries;
    }

    /** A value and its entries. */
    record Count(String value, long entries) {}

    /** A day and its entries. */
    record Day(String day, long entries) {}

    /** Values of a kind, most entries first; those counted together are not among them. */
    List<Count> of(String kind) {
        var list = new ArrayList<Count>();
        counts.get(kind).forEach((value, count) -> list.add(new Count(value, count[0])));
        list.sort(Comparator.comparing(Count::entries).reversed().thenComparing(Count::value));
        return list;
    }

    /** How many entries have one of the values of the kind that are counted together. */
    long others(String kind) {
        return others.get(kind)[0];
    }

    List<Day> days() {
        return days.entrySet().stream().map(each -> new Day(each.getKey().toString(), each.getValue()[0])).toList();
    }

    /** {@code figures.json}. */
    record Figures(String format, long entries, Map<String, List<Count>> by, Map<String, Long> others, List<Day> days) {}

    Figures figures() {
        var by = new LinkedHashMap<String, List<Count>>();
        var rest = new LinkedHashMap<String, Long>();
        for (var kind : KINDS) {
            by.put(kind, of(kind));
            rest.put(kind, others(kind));
        }
        return new Figures("innsyn-report-figures/1", entries, by, rest, days());
    }
}
