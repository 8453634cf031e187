package org.innsyn.ui.overview;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.innsyn.schemas.accesslog.AccessFigures;
import org.innsyn.schemas.oversight.FindingKind;
import org.innsyn.schemas.oversight.FindingView;

/** Whether every system that reports still does, as far as the log itself can tell. */
final class Sources {

    /** A system that reported nothing on this many whole days in a row is called silent. */
    static final int SILENT_DAYS = 2;

    /** What a source can leave out, or get wrong, so that its part of the log cannot be relied on. */
    static final List<FindingKind> GAPS = List.of(FindingKind.SEQUENCE_GAP, FindingKind.MISSING_PART, FindingKind.CLOCK_SKEW);

    private Sources() {}

    /**
     * One source.
     *
     * @param last the last day on which something it reported happened
     * @param entries in the period
     * @param silentDays whole days without an entry since then; today does not count
     * @param gaps open findings about what it did not report
     */
    record Health(String source, LocalDate last, long entries, long silentDays, long gaps) {

        boolean silent() {
            return silentDays >= SILENT_DAYS;
        }

        boolean well() {
            return !silent() && gaps == 0;
        }
    }

    /**
     * The sources of a period, those with something to look at first.
     *
     * @param figures counted by source
     * @param open open findings
     */
    static List<Health> of(AccessFigures figures, List<FindingView> open, LocalDate today) {
        Map<String, Long> gaps = open.stream()
                .filter(finding -> GAPS.contains(finding.kind()) && finding.source() != null)
                .collect(Collectors.groupingBy(FindingView::source, Collectors.counting()));
        return figures.series().stream()
                .filter(series -> series.counts().stream().anyMatch(count -> count > 0))
                .map(series -> {
                    int last = IntStream.range(0, series.counts().size()).filter(day -> series.counts().get(day) > 0).max().orElseThrow();
                    var day = figures.days().get(last);
                    return new Health(series.value(), day, series.counts().stream().mapToLong(Long::longValue).sum(),
                            Math.max(0, ChronoUnit.DAYS.between(day, today) - 1), gaps.getOrDefault(series.value(), 0L));
                })
                .sorted(Comparator.comparing(Health::well).thenComparing(Health::source))
                .toList();
    }
}
