package org.innsyn.drill.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.innsyn.bench.house.Database;
import org.innsyn.schemas.access.AccessEvent;

/** The broker's own view of the topic of reports. */
public final class Kafka implements AutoCloseable {

    private static final String GROUP = "audit-service.access-events";

    private final Admin admin;

    public Kafka(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** How many records of the topic the service has not recorded the effect of. */
    long unread(Database database) {
        var next = new HashMap<Integer, Long>();
        database.query(row -> next.put(row.getInt(1), row.getLong(2)), "select partition, next_offset from consumer_offset where topic = ?", AccessEvent.TOPIC);
        return offsets(OffsetSpec.latest()).entrySet().stream().mapToLong(end -> end.getValue() - next.getOrDefault(end.getKey().partition(), 0L)).sum();
    }

    /** The topic's partitions with an offset each. */
    public Map<TopicPartition, Long> offsets(OffsetSpec which) {
        var partitions = get(admin.describeTopics(List.of(AccessEvent.TOPIC)).allTopicNames()).get(AccessEvent.TOPIC).partitions().stream()
                .collect(Collectors.toMap(each -> new TopicPartition(AccessEvent.TOPIC, each.partition()), each -> which));
        return get(admin.listOffsets(partitions).all()).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
    }

    /** Who reads the topic for the service, and how many of its partitions each. */
    public Map<String, Integer> members() {
        return get(admin.describeConsumerGroups(List.of(GROUP)).all()).get(GROUP).members().stream()
                .collect(Collectors.toMap(each -> each.consumerId(), each -> each.assignment().topicPartitions().size()));
    }

    private static <T> T get(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not answer", e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
