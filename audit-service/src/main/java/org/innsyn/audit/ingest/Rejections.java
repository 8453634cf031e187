package org.innsyn.audit.ingest;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.RejectedRecord;
import tools.jackson.databind.json.JsonMapper;

/** Tells on a topic of its own which records could not be recorded. */
final class Rejections {

    private final Producer<String, byte[]> producer;
    private final JsonMapper json = JsonMapper.builder().build();

    Rejections(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Waits until the broker has them: a rejection is told at least once, before the offset moves. */
    void publish(List<RejectedRecord> rejected) {
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
