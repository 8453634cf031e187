package org.innsyn.audit.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.innsyn.audit.ingest.Parsed.Invalid;
import org.innsyn.audit.ingest.Parsed.Valid;
import org.innsyn.audit.ledger.store.GroupCommit;
import org.innsyn.audit.ledger.store.Outcome;
import org.innsyn.audit.ledger.store.Overloaded;
import org.innsyn.audit.ledger.store.ReportHashes;
import org.innsyn.platform.kafka.ConsumedOffsets;
import org.innsyn.platform.kafka.RecordLoop;
import org.innsyn.platform.kafka.Sweep;
import org.innsyn.schemas.access.RejectedRecord;
import org.innsyn.schemas.access.Rejection;
import org.innsyn.schemas.access.Rejection.Code;
import org.jspecify.annotations.Nullable;

/**
 * Reports over Kafka: one event a record, keyed by its source. Who may write to the topic for a source is the broker's to say; here the
 * key and the event must name the same one. The partition's offset moves in the unit of work that records its events, which is shared
 * with whatever else is reported at that time.
 */
final class TopicIntake implements RecordLoop.Work {

    private final EventReader reader;
    private final Intake intake;
    private final GroupCommit commits;
    private final ReportHashes hashes;
    private final Rejections rejections;
    private final ConsumedOffsets offsets;
    private final Sweep sweep;
    private final Clock clock;

    TopicIntake(EventReader reader, Intake intake, GroupCommit commits, ReportHashes hashes, Rejections rejections, ConsumedOffsets offsets, Sweep sweep, Clock clock) {
        this.reader = reader;
        this.intake = intake;
        this.commits = commits;
        this.hashes = hashes;
        this.rejections = rejections;
        this.offsets = offsets;
        this.sweep = sweep;
        this.clock = clock;
    }

    @Override
    public void take(RecordLoop.Batch batch) {
        var valid = new ArrayList<Report>();
        var rejected = new ArrayList<RejectedRecord>();
        long bytes = 0;
        for (var record : batch.records()) {
            if (Sweep.isMarker(record)) {
                continue;
            }
            sweep.saw(batch.partition());
            switch (parse(record)) {
                case Valid event -> {
                    valid.add(new Report(record, event));
                    bytes += record.value().length;
                }
                case Invalid invalid -> rejected.add(rejection(record, invalid.source(), invalid.id(), invalid.reason().code()));
            }
        }
        rejections.publish(rejected);
        record(batch, valid, bytes);
    }

    /** Conflicts are known only inside the transaction, and told outside: it must not wait for a broker. */
    private void record(RecordLoop.Batch batch, List<Report> reports, long bytes) {
        var accesses = reports.stream().map(report -> intake.access(report.event.event())).toList();
        var told = new BitSet();
        while (true) {
            try {
                commits.recordAll(accesses, bytes, outcomes -> {
                    var conflicts = conflicts(outcomes);
                    conflicts.andNot(told);
                    if (!conflicts.isEmpty()) {
                        throw new Untold(conflicts);
                    }
                    offsets.advance(batch.partition(), batch.expected(), batch.next());
                });
                return;
            } catch (Untold e) {
                rejections.publish(e.conflicts.stream().mapToObj(reports::get)
                        .map(report -> rejection(report.record, report.event.event().source(), report.event.event().id(), Code.CONFLICT)).toList());
                told.or(e.conflicts);
            } catch (Overloaded e) {
                throw new RecordLoop.NoRoom(e.retryAfter());
            }
        }
    }

    private static BitSet conflicts(List<Outcome> outcomes) {
        var conflicts = new BitSet();
        for (int i = 0; i < outcomes.size(); i++) {
            conflicts.set(i, outcomes.get(i) == Outcome.CONFLICT);
        }
        return conflicts;
    }

    private Parsed parse(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return new Invalid(null, null, new Rejection(Code.MALFORMED, "the record is empty"));
        }
        var parsed = reader.event(record.value());
        return parsed instanceof Valid valid && !valid.event().source().equals(record.key())
                ? new Invalid(valid.event().source(), valid.event().id(), new Rejection(Code.FOREIGN_SOURCE, "the record's key is not the event's source"))
                : parsed;
    }

    private RejectedRecord rejection(ConsumerRecord<String, byte[]> record, @Nullable String source, @Nullable String id, Code code) {
        return new RejectedRecord(source, idHash(source, id), record.topic(), record.partition(), record.offset(), code, clock.instant());
    }

    private @Nullable String idHash(@Nullable String source, @Nullable String id) {
        return source == null || id == null ? null : Base64.getUrlEncoder().withoutPadding().encodeToString(hashes.id(source, id));
    }

    /** A record with what it says. */
    private record Report(ConsumerRecord<String, byte[]> record, Valid event) {}

    /** Rolls back until these are told. */
    private static final class Untold extends RuntimeException {
        private final transient BitSet conflicts;

        Untold(BitSet conflicts) {
            super("conflicts are told before the offset moves", null, false, false);
            this.conflicts = conflicts;
        }
    }
}
