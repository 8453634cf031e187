package org.innsyn.drill.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.innsyn.bench.house.Database;
import org.innsyn.schemas.access.AccessEvent;

/** The broker's own view of the topic of reports. */
public final class Kafka implements AutoCloseable {

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
        try {
            var partitions = admin.describeTopics(List.of(AccessEvent.TOPIC)).allTopicNames().get().get(AccessEvent.TOPIC).partitions().stream()
                    .collect(Collectors.toMap(each -> new TopicPartition(AccessEvent.TOPIC, each.partition()), each -> which));
            return admin.listOffsets(partitions).all().get().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not tell its offsets", e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
