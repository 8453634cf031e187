package org.innsyn.bench.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything a run found out, as JSON for programs and as Markdown for {@code docs/performance.md}. */
public final class Report {

    private final Instant begun = Instant.now();
    private final Map<String, String> machine = Machine.describe();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, Series>>> series = new LinkedHashMap<>();
    private final List<Ratio> ratios = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** How it was measured: sizes, durability, hit rates. */
    public void setting(String name, Object value) {
        settings.put(name, String.valueOf(value));
    }

    /** Takes over all series of one benchmark. */
    public void results(String benchmark, Rounds.Results results) {
        series.put(benchmark, results.series());
    }

    public void ratio(Ratio ratio) {
        ratios.add(ratio);
    }

    /** Something that must be known to read the figures rightly. */
    public void note(String words) {
        notes.add(words);
    }

    public List<Ratio> ratios() {
        return List.copyOf(ratios);
    }

    /** One object; every ratio by name with its bar and whether it is reached. */
    public String json() {
        var root = new LinkedHashMap<String, Object>();
        root.put("begun", begun.toString());
        root.put("machine", machine);
        root.put("settings", settings);
        var named = new LinkedHashMap<String, Object>();
        ratios.forEach(ratio -> named.put(ratio.name(), ratio(ratio, new LinkedHashMap<>())));
        root.put("ratios", named);
        root.put("series", figures());
        root.put("notes", notes);
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(root) + "\n";
    }

    private static Map<String, Object> ratio(Ratio ratio, Map<String, Object> into) {
        into.put("value", ratio.value());
        into.put("min", ratio.rounds().min());
        into.put("max", ratio.rounds().max());
        into.put("bar", ratio.bar().value());
        into.put("side", ratio.bar().side() == Ratio.Side.AT_LEAST ? "at least" : "at most");
        into.put("reached", ratio.reached());
        into.put("rounds", ratio.rounds().values());
        return into;
    }

    private Map<String, Object> figures() {
        var all = new LinkedHashMap<String, Object>();
        series.forEach((benchmark, contenders) -> contenders.forEach((contender, units) -> units.forEach((unit, values) -> all.put(
                benchmark + "." + contender + " " + unit,
                Map.of("median", values.median(), "min", values.min(), "max", values.max(), "rounds", values.values())))));
        return all;
    }

    /** Tables of ratios and of figures, then settings and notes. */
    public String markdown() {
        var text = new StringBuilder();
        if (!ratios.isEmpty()) {
            text.append("| ratio | median | spread | bar | reached |\n|---|---|---|---|---|\n");
            ratios.forEach(each -> text.append("| %s | %s | %s to %s | %s | %s |\n".formatted(each.name(), Figure.of(each.value()),
                    Figure.of(each.rounds().min()), Figure.of(each.rounds().max()), each.bar(), each.reached() ? "yes" : "**no**")));
        }
        text.append("\n| what | unit | median | spread | rounds |\n|---|---|---|---|---|\n");
        series.forEach((benchmark, contenders) -> contenders.forEach((contender, units) -> units.forEach((unit, values) -> text.append(
                "| %s.%s | %s | %s | %s to %s | %d |\n".formatted(benchmark, contender, unit, Figure.of(values.median()),
                        Figure.of(values.min()), Figure.of(values.max()), values.values().size())))));
        text.append('\n');
        machine.forEach((name, value) -> text.append("- ").append(name).append(": ").append(value).append('\n'));
        settings.forEach((name, value) -> text.append("- ").append(name).append(": ").append(value).append('\n'));
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        return text.toString();
    }
}
