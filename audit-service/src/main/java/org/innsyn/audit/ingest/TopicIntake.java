package org.innsyn.audit.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.innsyn.audit.ingest.Parsed.Invalid;
import org.innsyn.audit.ingest.Parsed.Valid;
import org.innsyn.audit.ledger.store.ReportHashes;
import org.innsyn.platform.kafka.RecordLoop;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.RejectedRecord;
import org.innsyn.schemas.access.Rejection;
import org.innsyn.schemas.access.Rejection.Code;
import org.innsyn.schemas.access.ReportResult.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports over Kafka: one event a record, keyed by its source. Who may write to the topic for a source is the broker's to say; here the
 * key and the event must name the same one.
 */
final class TopicIntake implements RecordLoop.Handler {

    private final EventReader reader;
    private final Intake intake;
    private final ReportHashes hashes;
    private final Producer<String, byte[]> producer;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    TopicIntake(EventReader reader, Intake intake, ReportHashes hashes, Producer<String, byte[]> producer, Clock clock) {
        this.reader = reader;
        this.intake = intake;
        this.hashes = hashes;
        this.producer = producer;
        this.clock = clock;
    }

    @Override
    public void handle(List<ConsumerRecord<String, byte[]>> records) {
        var parsed = records.stream().map(this::parse).toList();
        var results = intake.take(parsed, source -> true);
        var rejected = new ArrayList<RejectedRecord>();
        for (int i = 0; i < records.size(); i++) {
            if (results.get(i).status() == Status.REJECTED) {
                rejected.add(rejection(records.get(i), parsed.get(i), results.get(i).reason().code()));
            }
        }
        publish(rejected);
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

    private RejectedRecord rejection(ConsumerRecord<String, byte[]> record, Parsed parsed, Code code) {
        var source = switch (parsed) {
            case Valid valid -> valid.event().source();
            case Invalid invalid -> invalid.source();
        };
        var id = switch (parsed) {
            case Valid valid -> valid.event().id();
            case Invalid invalid -> invalid.id();
        };
        return new RejectedRecord(source, idHash(source, id), record.topic(), record.partition(), record.offset(), code, clock.instant());
    }

    private @Nullable String idHash(@Nullable String source, @Nullable String id) {
        return source == null || id == null ? null : Base64.getUrlEncoder().withoutPadding().encodeToString(hashes.id(source, id));
    }

    /** Waits until the broker has them: a rejection is told at least once, before the offset moves. */
    private void publish(List<RejectedRecord> rejected) {
        var sent = rejected.stream()
                .map(each -> producer.send(new ProducerRecord<>(AccessEvent.REJECTED_TOPIC, each.source(), json.writeValueAsBytes(each))))
                .toList();
        for (var each : sent) {
            try {
                each.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped before a rejection was told", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a rejection could not be told", e.getCause());
            }
        }
    }
}
