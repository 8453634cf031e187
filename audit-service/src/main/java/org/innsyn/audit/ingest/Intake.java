package org.innsyn.audit.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.innsyn.audit.ingest.Parsed.Invalid;
import org.innsyn.audit.ingest.Parsed.Valid;
import org.innsyn.audit.ledger.store.GroupCommit;
import org.innsyn.audit.ledger.store.Outcome;
import org.innsyn.audit.ledger.store.ReportHashes;
import org.innsyn.audit.ledger.store.ReportedAccess;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Rejection;
import org.innsyn.schemas.access.Rejection.Code;
import org.innsyn.schemas.access.ReportResult.EventResult;
import org.innsyn.schemas.access.ReportResult.Status;

/** The one meaning of a report, whichever way it came. */
final class Intake {

    private final GroupCommit commits;
    private final ReportHashes hashes;

    Intake(GroupCommit commits, ReportHashes hashes) {
        this.commits = commits;
        this.hashes = hashes;
    }

    /**
     * Records the valid events of a report.
     *
     * @param allowed which sources the reporter may report for
     * @return one result per event, in order
     */
    List<EventResult> take(List<Parsed> events, Predicate<String> allowed) {
        var results = new ArrayList<EventResult>(events.size());
        var accesses = new ArrayList<ReportedAccess>();
        for (var event : events) {
            switch (event) {
                case Invalid invalid -> results.add(rejected(invalid.id(), invalid.reason()));
                case Valid valid when !allowed.test(valid.event().source()) -> results.add(rejected(valid.event().id(),
                        new Rejection(Code.FOREIGN_SOURCE, "the access token does not allow this source")));
                case Valid valid -> {
                    results.add(new EventResult(valid.event().id(), Status.RECORDED, null));
                    accesses.add(access(valid.event()));
                }
            }
        }
        var outcomes = commits.record(accesses).iterator();
        results.replaceAll(result -> result.status() == Status.RECORDED ? told(result, outcomes.next()) : result);
        return results;
    }

    ReportedAccess access(AccessEvent event) {
        return new ReportedAccess(hashes.of(event.source(), event.id(), event.time().toInstant(), event.data()), event.time().toInstant(), event.data(), List.of());
    }

    private static EventResult told(EventResult result, Outcome outcome) {
        return switch (outcome) {
            case RECORDED -> result;
            case DUPLICATE -> new EventResult(result.id(), Status.DUPLICATE, null);
            case CONFLICT -> rejected(result.id(), new Rejection(Code.CONFLICT,
                    "this id was recorded before with other content; the first one stands, nothing of this one is kept"));
            case FAILED -> rejected(result.id(), new Rejection(Code.NOT_RECORDED,
                    "this event alone could not be recorded, for a reason on our side; nothing of it is kept, report it again later"));
        };
    }

    private static EventResult rejected(String id, Rejection reason) {
        return new EventResult(id, Status.REJECTED, reason);
    }
}
