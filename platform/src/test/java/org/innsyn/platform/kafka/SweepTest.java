package org.innsyn.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.innsyn.engines.TestEngines;
import org.innsyn.platform.Database;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Database DATABASE = new Database();

    private final KafkaClients kafka = new KafkaClients(TestEngines.shared().kafka().bootstrapServers());
    private final String topic = "reports-" + UUID.randomUUID();
    private final TopicPartition partition = new TopicPartition(topic, 0);
    private final ConsumedOffsets offsets = new ConsumedOffsets(DATABASE.jdbc(), topic);

    @Test
    void what_is_recorded_is_removed_and_what_is_not_stays() throws Exception {
        kafka.ensureTopics(List.of(topic), 1);
        try (var producer = kafka.producer("sweep-test")) {
            for (int i = 0; i < 10; i++) {
                producer.send(new ProducerRecord<>(topic, 0, "key", new byte[] {(byte) i})).get();
            }
            var sweep = new Sweep(kafka, producer, topic, offsets);
            sweep.run();
            assertThat(contents()).as("nothing is recorded yet").hasSize(10);

            offsets.advance(partition, Optional.empty(), 6);
            sweep.saw(partition);
            sweep.run();
            assertThat(contents()).extracting(record -> record.value()[0]).containsExactly((byte) 6, (byte) 7, (byte) 8, (byte) 9);

            sweep.run();
            sweep.run();
            assertThat(records()).as("markers, so that the last segment ends, and then silence").hasSize(4 + 2);
            sweep.saw(partition);
            sweep.run();
            assertThat(records()).as("marked again once it was used again").hasSize(4 + 3);
        }
    }

    private List<ConsumerRecord<String, byte[]>> contents() {
        return records().stream().filter(record -> !Sweep.isMarker(record)).toList();
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        try (var consumer = kafka.consumer("sweep-test-" + UUID.randomUUID(), 500)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
