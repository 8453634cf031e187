package org.innsyn.dsr.connector.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.Trace;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.schemas.request.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What is done in one database for one request: records are removed from the outside in, so that nothing refers to what is gone. A
 * record that a kept one refers to stays as a stub whose telling columns say nothing.
 */
final class ErasurePlan {

    private final Dataset dataset;
    private final LocalDate today;
    private final Map<Slice, Decision> steps = new LinkedHashMap<>();

    ErasurePlan(Dataset dataset, List<Decision> decisions, LocalDate today) {
        this.dataset = dataset;
        this.today = today;
        var bySlice = new LinkedHashMap<Slice, Decision>();
        decisions.forEach(decision -> bySlice.put(Slice.of(dataset, decision.item()), decision));
        bySlice.keySet().stream()
                .sorted(Comparator.comparingInt((Slice slice) -> dataset.tables().indexOf(slice.table())).reversed())
                .forEach(slice -> steps.put(slice, bySlice.get(slice)));
    }

    /** In the caller's transaction. Ends with a look at what is left; when that is not as decided, nothing may be committed. */
    void carryOut(Session session, Trace trace) throws SQLException {
        if (!trace.covers(session.traceAgain(trace))) {
            throw new SystemUnavailable("Records were added to " + dataset.dataset() + " in the meantime. Nothing was changed there; it is tried again.");
        }
        for (var step : steps.entrySet()) {
            if (step.getValue().outcome() == Outcome.ERASE) {
                erase(session, step.getKey(), trace);
            }
        }
        for (var step : steps.entrySet()) {
            if (step.getValue().outcome() == Outcome.ERASE && isLeft(session, step.getKey(), trace)) {
                throw new SystemUnavailable("Records of " + dataset.dataset() + "/" + step.getKey().table().name()
                        + " were still there after they were removed. Nothing was changed there.");
            }
        }
    }

    private void erase(Session session, Slice slice, Trace trace) throws SQLException {
        session.change(slice, today, trace, session.sql()::delete);
        if (!slice.table().masked().isEmpty()) {
            session.change(slice, today, trace, session.sql()::mask);
        }
    }

    private boolean isLeft(Session session, Slice slice, Trace trace) throws SQLException {
        var found = session.found(slice.table(), trace);
        return session.sum(slice, today, found.by(), found.values(), session.sql()::countUnreferenced) > 0
                || !slice.table().masked().isEmpty()
                        && session.sum(slice, today, found.by(), found.values(), session.sql()::countUnmasked) > 0;
    }

    /** How many records that were to go are there: not removed although nothing kept needs them, or not masked. */
    long left(Session session, Trace trace) throws SQLException {
        long left = 0;
        for (var step : steps.entrySet()) {
            if (step.getValue().outcome() == Outcome.ERASE) {
                left += left(session, step.getKey(), trace);
            }
        }
        return left;
    }

    private long left(Session session, Slice slice, Trace trace) throws SQLException {
        var found = session.found(slice.table(), trace);
        long there = session.sum(slice, today, found.by(), found.values(), session.sql()::countUnreferenced);
        return slice.table().masked().isEmpty() ? there : Math.max(there, session.sum(slice, today, found.by(), found.values(), session.sql()::countUnmasked));
    }

    /** Looks every item up again and says what is there. */
    List<ItemResult> readBack(Session session, Trace trace, Instant at) throws SQLException {
        var results = new ArrayList<ItemResult>();
        for (var step : steps.entrySet()) {
            results.add(readBack(session, step.getKey(), step.getValue(), trace, at));
        }
        return results;
    }

    private ItemResult readBack(Session session, Slice slice, Decision decision, Trace trace, Instant at) throws SQLException {
        long there = session.count(slice, today, trace);
        if (decision.outcome() != Outcome.ERASE) {
            return new ItemResult.CarriedOut(decision.item(), Map.of("kept", there), keptUntil(session, slice, trace), at);
        }
        if (isLeft(session, slice, trace)) {
            return new ItemResult.Failed(decision.item(), "Records were found again after they were removed.");
        }
        long before = before(session, slice, trace);
        var affected = new LinkedHashMap<String, Long>();
        if (before > there || there == 0) {
            affected.put("erased", Math.max(0, before - there));
        }
        if (there > 0) {
            affected.put(slice.table().masked().isEmpty() ? "kept" : "masked", there);
        }
        return new ItemResult.CarriedOut(decision.item(), affected, there > 0 ? latestOfReferring(session, slice, trace) : null, at);
    }

    /** How many there were when they were first counted; the covered ones stand where they stood. */
    private long before(Session session, Slice slice, Trace trace) throws SQLException {
        long all = trace.found().getOrDefault(slice.table().name(), 0L);
        return slice.part() == Slice.Part.PAST ? all - session.count(Slice.covered(slice.table()), today, trace) : all;
    }

    private @Nullable LocalDate keptUntil(Session session, Slice slice, Trace trace) throws SQLException {
        var retention = slice.table().erasure().keep();
        return retention == null ? null : session.newest(slice, today, trace).map(retention::until).orElse(null);
    }

    /** A stub stays as long as the longest-kept record that needs it. */
    private @Nullable LocalDate latestOfReferring(Session session, Slice slice, Trace trace) throws SQLException {
        LocalDate latest = null;
        for (var incoming : dataset.referencesTo(slice.table())) {
            var until = keptUntil(session, Slice.covered(incoming.from()), trace);
            if (until != null && (latest == null || until.isAfter(latest))) {
                latest = until;
            }
        }
        return latest;
    }
}
