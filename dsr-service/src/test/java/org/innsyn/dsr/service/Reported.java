package org.innsyn.dsr.service;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.innsyn.schemas.access.AccessEvent;
import tools.jackson.databind.json.JsonMapper;

/** What the service reported to the access log over Kafka. */
final class Reported {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Reported() {}

    /** What was reported about a customer, each event once: the audit-service takes an id once, too. */
    static List<AccessEvent> about(Customer customer, RunningService service) {
        Map<String, AccessEvent> events = new LinkedHashMap<>();
        try (var consumer = service.kafka().consumer("test-reports", 500)) {
            var partitions = consumer.partitionsFor(AccessEvent.TOPIC).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    var event = JSON.readValue(record.value(), AccessEvent.class);
                    events.putIfAbsent(event.id(), event);
                });
            }
        }
        return events.values().stream()
                .filter(event -> event.data().subjects().getFirst().identifiers().getFirst().value().equals(customer.account()))
                .toList();
    }
}
