package org.innsyn.demo.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.innsyn.demo.DemoConfiguration;
import org.innsyn.schemas.access.AccessEvent;

/** Reports over Kafka: the broker's acknowledgement is the answer, one structured event a record, keyed by source. */
final class KafkaReporter implements AutoCloseable {

    private static final String ANSWER = "accepted";

    private final KafkaProducer<String, String> producer;

    KafkaReporter(DemoConfiguration configuration) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, configuration.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000),
                new StringSerializer(),
                new StringSerializer());
    }

    /**
     * Sends events and waits until the broker has them.
     *
     * @return one word per event: what became of it
     * @throws Away when the answer is missing for any of them
     */
    List<String> send(List<Outbox.Waiting> events) throws Away, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try {
            for (Outbox.Waiting event : events) {
                sent.add(producer.send(new ProducerRecord<>(AccessEvent.TOPIC, event.source(), event.json())));
            }
            producer.flush();
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
            return Collections.nCopies(events.size(), ANSWER);
        } catch (ExecutionException | KafkaException problem) {
            throw new Away("Kafka does not acknowledge", problem);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
