package org.innsyn.audit.oversight.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.innsyn.audit.oversight.FindingCommand.AddMissing;
import org.innsyn.audit.oversight.FindingCommand.NoteArrival;
import org.innsyn.audit.oversight.FindingId;
import org.innsyn.audit.oversight.FindingSubject;
import org.innsyn.audit.oversight.Missing;
import org.innsyn.audit.oversight.store.MissingRows.Range;
import org.innsyn.schemas.oversight.FindingKind;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes findings of what sources have not reported, once it has been missing for longer than a grace time, and says so when it comes after
 * all. Compares what findings name with what is missing now: nothing is remembered between two looks, so that a look which failed, or ran in
 * another process, costs nothing but time.
 */
public final class MissingReports {

    /** How many ranges one transaction takes. */
    private static final int BATCH = 500;

    private final Findings findings;
    private final MissingRows rows;
    private final TransactionTemplate transaction;
    private final Duration grace;

    MissingReports(Findings findings, MissingRows rows, TransactionTemplate transaction, Duration grace) {
        this.findings = findings;
        this.rows = rows;
        this.transaction = transaction;
        this.grace = grace;
    }

    /** Looks once at everything. */
    public void look(Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        while (transaction.execute(status -> rows.lock() && tellArrivals(at) == BATCH)) {
            // the next batch
        }
        while (transaction.execute(status -> rows.lock() && raise(at) == BATCH)) {
            // the next batch
        }
    }

    private int tellArrivals(Instant at) {
        var come = rows.come(BATCH);
        var arrived = new TreeMap<String, List<Missing>>();
        for (var range : come) {
            var id = new FindingId(range.finding());
            var came = range.span().without(rows.missing(range));
            rows.forget(range);
            rows.name(id, range, range.span().without(came), null);
            rows.name(id, range, came, at);
            if (!came.isEmpty()) {
                arrived.computeIfAbsent(id.toString(), none -> new ArrayList<>()).addAll(range.missing(came));
            }
        }
        arrived.forEach((finding, missing) -> {
            var id = new FindingId(UUID.fromString(finding));
            findings.handle(new NoteArrival(id, missing, rows.figures(id), at));
        });
        return come.size();
    }

    private int raise(Instant at) {
        var unnamed = rows.unnamed(at.minus(grace), BATCH);
        record Raised(FindingSubject about, List<Missing> missing) {}
        var raised = new TreeMap<String, Raised>();
        for (var range : unnamed) {
            var about = about(range);
            var fresh = range.span().without(rows.named(range));
            rows.name(about.id(), range, fresh, null);
            raised.computeIfAbsent(about.id().toString(), none -> new Raised(about, new ArrayList<>())).missing().addAll(range.missing(fresh));
        }
        raised.values().forEach(each -> findings.handle(new AddMissing(each.about().id(), each.about(), each.missing(), rows.figures(each.about().id()), at)));
        return unnamed.size();
    }

    private static FindingSubject about(Range range) {
        var day = range.noticedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return new FindingSubject(range.read().isEmpty() ? FindingKind.SEQUENCE_GAP : FindingKind.MISSING_PART, day, range.source(), null, null, null);
    }
}
