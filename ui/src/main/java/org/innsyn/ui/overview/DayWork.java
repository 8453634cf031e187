package org.innsyn.ui.overview;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.schemas.request.RequestPage.Summary;

/**
 * The open requests as one person sees them, the most urgent first.
 *
 * @param mine those that wait for them
 * @param others those that wait for somebody or something else
 */
record DayWork(List<Line> mine, List<Line> others) {

    /**
     * One request.
     *
     * @param errands what it waits for, of what is theirs; all of it where nothing is
     */
    record Line(Summary request, List<Errand> errands) {}

    /**
     * @param requests the most urgent first, as the service lists them
     * @param tasks what people have to do by hand
     * @param roles of the person
     */
    static DayWork of(List<Summary> requests, List<ManualTaskView> tasks, List<String> roles) {
        Set<UUID> byHand = tasks.stream().map(ManualTaskView::request).collect(Collectors.toSet());
        var lines = requests.stream()
                .filter(request -> !request.state().isClosed())
                .map(request -> line(request, Errand.of(request, byHand.contains(request.id())), roles))
                .collect(Collectors.partitioningBy(line -> line.errands().stream().anyMatch(errand -> errand.isFor(roles))));
        return new DayWork(lines.get(true), lines.get(false));
    }

    private static Line line(Summary request, List<Errand> errands, List<String> roles) {
        var own = errands.stream().filter(errand -> errand.isFor(roles)).toList();
        return new Line(request, own.isEmpty() ? errands : own);
    }

    long overdue() {
        return mine.stream().filter(line -> line.request().daysLeft() < 0).count();
    }

    /** What was closed since then, the last first. */
    static List<Summary> finished(List<Summary> closed, Instant since, int most) {
        return closed.stream()
                .filter(request -> request.closedAt() != null && !request.closedAt().isBefore(since))
                .sorted(Comparator.comparing(Summary::closedAt).reversed())
                .limit(most)
                .toList();
    }
}
