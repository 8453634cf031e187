package org.innsyn.audit.house;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.innsyn.platform.kafka.KafkaClients;

/** The other end of the topics. */
public final class Topics {

    private final KafkaClients kafka;

    public Topics(AuditHouse house) {
        this.kafka = house.bean(KafkaClients.class);
    }

    /** Sends a record and waits until the broker has it. */
    public void send(String topic, String key, byte[] value) {
        try (var producer = kafka.producer("test")) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many records the topic ever had, those that were removed among them. */
    public long sent(String topic) {
        try (var consumer = kafka.consumer("test-" + UUID.randomUUID(), 500)) {
            var partitions = consumer.partitionsFor(topic).stream().map(each -> new TopicPartition(topic, each.partition())).toList();
            return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Everything on the topic now. */
    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        try (var consumer = kafka.consumer("test-" + UUID.randomUUID(), 500)) {
            var partitions = consumer.partitionsFor(topic).stream().map(each -> new TopicPartition(topic, each.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
