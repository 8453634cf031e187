package org.innsyn.audit.ledger.store;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Submissions that are recorded together; where that fails, by halves, until what fails stands alone. */
final class Unit {

    private static final Logger log = LoggerFactory.getLogger(Unit.class);

    private final Recorder recorder;
    private final List<Submission> submissions;

    Unit(Recorder recorder, List<Submission> submissions) {
        this.recorder = recorder;
        this.submissions = submissions;
    }

    void run() {
        if (submissions.size() == 1) {
            alone(submissions.getFirst());
            return;
        }
        try {
            together();
        } catch (RuntimeException e) {
            if (Trouble.isOfTheHouse(e)) {
                submissions.forEach(submission -> submission.fail(new NotRecorded("the database does not answer", e)));
                return;
            }
            int half = submissions.size() / 2;
            new Unit(recorder, submissions.subList(0, half)).run();
            new Unit(recorder, submissions.subList(half, submissions.size())).run();
        }
    }

    private void together() {
        var all = submissions.stream().flatMap(submission -> submission.accesses().stream()).toList();
        var outcomes = recorder.record(all, became -> each(became, (submission, own) -> {
            if (submission.isAllOrNothing()) {
                submission.alongside().accept(own);
            }
        }));
        each(outcomes, Submission::complete);
    }

    private void each(List<Outcome> outcomes, java.util.function.BiConsumer<Submission, List<Outcome>> told) {
        int from = 0;
        for (var submission : submissions) {
            int to = from + submission.accesses().size();
            told.accept(submission, outcomes.subList(from, to));
            from = to;
        }
    }

    private void alone(Submission submission) {
        try {
            submission.complete(submission.isAllOrNothing() ? allOrNothing(submission) : oneByOne(submission.accesses()));
        } catch (RuntimeException e) {
            submission.fail(Trouble.isOfTheHouse(e) ? new NotRecorded("the database does not answer", e) : e);
        }
    }

    /** Parts that do not fit into one unit are recorded before; should the last one fail, they are duplicates when they come again. */
    private List<Outcome> allOrNothing(Submission submission) {
        var outcomes = new ArrayList<Outcome>();
        var parts = parts(submission.accesses());
        for (var part : parts.subList(0, parts.size() - 1)) {
            outcomes.addAll(recorder.record(part, became -> {}));
        }
        recorder.record(parts.getLast(), became -> {
            var all = new ArrayList<>(outcomes);
            all.addAll(became);
            submission.alongside().accept(all);
        }).forEach(outcomes::add);
        return outcomes;
    }

    private List<Outcome> oneByOne(List<ReportedAccess> accesses) {
        var outcomes = new ArrayList<Outcome>(accesses.size());
        for (var part : parts(accesses)) {
            outcomes.addAll(byHalves(part));
        }
        return outcomes;
    }

    private List<Outcome> byHalves(List<ReportedAccess> accesses) {
        try {
            return recorder.record(accesses, became -> {});
        } catch (RuntimeException e) {
            if (Trouble.isOfTheHouse(e)) {
                throw e;
            }
            if (accesses.size() == 1) {
                // Only the kind of failure: a message may quote what was being written.
                log.error("an access reported by {} could not be recorded ({}); the reporter is told", accesses.getFirst().source(), Trouble.kind(e));
                log.debug("cause", e);
                return List.of(Outcome.FAILED);
            }
            int half = accesses.size() / 2;
            var outcomes = new ArrayList<>(byHalves(accesses.subList(0, half)));
            outcomes.addAll(byHalves(accesses.subList(half, accesses.size())));
            return outcomes;
        }
    }

    /** So that memory stays bounded whatever a submission holds. */
    private static List<List<ReportedAccess>> parts(List<ReportedAccess> accesses) {
        var parts = new ArrayList<List<ReportedAccess>>();
        int from = 0;
        do {
            int to = from;
            for (int entries = 0; to < accesses.size() && (to == from || entries + accesses.get(to).entries() <= Recorder.ENTRIES_PER_UNIT); to++) {
                entries += accesses.get(to).entries();
            }
            parts.add(accesses.subList(from, to));
            from = to;
        } while (from < accesses.size());
        return parts;
    }
}
