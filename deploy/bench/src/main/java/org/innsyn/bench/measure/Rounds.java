package org.innsyn.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lets contenders take turns: A B C, A B C, and so on. What else the machine does meanwhile hits all of them alike, and the ratios bear it
 * where absolute figures do not.
 */
public final class Rounds {

    private final int count;
    private final Progress progress;

    public Rounds(int count, Progress progress) {
        this.count = count;
        this.progress = progress;
    }

    /**
     * Runs all rounds and checks after each what it left.
     *
     * @return series by contender and unit, in the contenders' order
     */
    public Results run(List<? extends Contender> contenders) throws Exception {
        var figures = new LinkedHashMap<String, Map<String, List<Double>>>();
        for (int round = 0; round < count; round++) {
            for (var contender : contenders) {
                var measured = contender.run(round);
                contender.check(round);
                measured.forEach((unit, value) -> figures
                        .computeIfAbsent(contender.name(), none -> new LinkedHashMap<>())
                        .computeIfAbsent(unit, none -> new ArrayList<>())
                        .add(value));
                progress.say("round %d of %d: %s %s", round + 1, count, contender.name(), words(measured));
            }
        }
        var results = new LinkedHashMap<String, Map<String, Series>>();
        figures.forEach((name, units) -> {
            var series = new LinkedHashMap<String, Series>();
            units.forEach((unit, values) -> series.put(unit, new Series(values)));
            results.put(name, series);
        });
        return new Results(results);
    }

    private static String words(Map<String, Double> measured) {
        return measured.entrySet().stream().map(each -> Figure.of(each.getValue()) + " " + each.getKey()).collect(Collectors.joining(", "));
    }

    /**
     * What all rounds gave.
     *
     * @param series by contender's name, then by unit
     */
    public record Results(Map<String, Map<String, Series>> series) {

        public Series of(String contender, String unit) {
            return series.get(contender).get(unit);
        }

        /** Per round the largest of several contenders' figures. */
        public Series best(String unit, List<String> contenders) {
            var all = contenders.stream().map(name -> of(name, unit).values()).toList();
            return new Series(java.util.stream.IntStream.range(0, all.getFirst().size())
                    .mapToObj(round -> all.stream().mapToDouble(values -> values.get(round)).max().orElseThrow())
                    .toList());
        }
    }
}
