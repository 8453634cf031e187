package org.innsyn.ui.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.innsyn.schemas.accesslog.AccessFigures;

/**
 * One row of bars.
 *
 * @param name what people call it
 * @param values what was counted in it, as on the wire; more than one where several bear one name
 * @param counts one per day
 */
public record Strip(String name, List<String> values, List<Long> counts) {

    /** More rows than these cannot be told apart at a glance. */
    static final int MOST = 5;

    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Rows of bars, most accesses first, the least ones together when there are too many.
     *
     * @param name what a value is called; empty when it is not to be shown
     * @param others what the least ones are called together
     */
    public static List<Strip> of(AccessFigures figures, Function<String, Optional<String>> name, String others) {
        var byName = new LinkedHashMap<String, Strip>();
        for (var series : figures.series()) {
            name.apply(series.value()).ifPresent(called ->
                    byName.merge(called, new Strip(called, List.of(series.value()), series.counts()), Strip::and));
        }
        var strips = byName.values().stream().sorted(Comparator.comparingLong(Strip::total).reversed()).toList();
        if (strips.size() <= MOST) {
            return strips;
        }
        var shown = new ArrayList<>(strips.subList(0, MOST - 1));
        shown.add(strips.subList(MOST - 1, strips.size()).stream().reduce(Strip::and).map(rest -> rest.called(others)).orElseThrow());
        return shown;
    }

    /** A row without an access, so that "none" can be seen. */
    public static Strip none(String name, int days) {
        return new Strip(name, List.of(), Collections.nCopies(days, 0L));
    }

    private Strip and(Strip other) {
        var both = new ArrayList<Long>();
        for (int day = 0; day < counts.size(); day++) {
            both.add(counts.get(day) + other.counts.get(day));
        }
        var all = new ArrayList<>(values);
        all.addAll(other.values);
        return new Strip(name, all, both);
    }

    private Strip called(String other) {
        return new Strip(other, values, counts);
    }
}
