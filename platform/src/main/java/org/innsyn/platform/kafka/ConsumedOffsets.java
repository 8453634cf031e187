package org.innsyn.platform.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/** The next offset of each partition, in the database that holds what came of the records before it. */
public final class ConsumedOffsets {

    private final JdbcTemplate jdbc;
    private final String consumer;

    public ConsumedOffsets(JdbcTemplate jdbc, String consumer) {
        this.jdbc = jdbc;
        this.consumer = consumer;
    }

    /** Where to read on; empty before the first record. */
    public Optional<Long> next(TopicPartition partition) {
        return jdbc.queryForList("select next_offset from consumer_offset where consumer = ? and topic = ? and partition = ?",
                Long.class, consumer, partition.topic(), partition.partition()).stream().findFirst();
    }

    /** Where to read on, for every partition of the topic that was ever read. */
    public Map<TopicPartition, Long> all(String topic) {
        var next = new HashMap<TopicPartition, Long>();
        jdbc.query("select partition, next_offset from consumer_offset where consumer = ? and topic = ?",
                row -> {
                    next.put(new TopicPartition(topic, row.getInt(1)), row.getLong(2));
                },
                consumer, topic);
        return next;
    }

    /**
     * Moves from {@code expected} (empty: never moved) to {@code next} in the caller's transaction.
     *
     * @throws PartitionLost when another instance moved it: what this one did must be rolled back
     */
    public void advance(TopicPartition partition, Optional<Long> expected, long next) {
        int moved = expected.isPresent()
                ? jdbc.update("update consumer_offset set next_offset = ? where consumer = ? and topic = ? and partition = ? and next_offset = ?",
                        next, consumer, partition.topic(), partition.partition(), expected.get())
                : jdbc.update("insert into consumer_offset (consumer, topic, partition, next_offset) values (?, ?, ?, ?) on conflict do nothing",
                        consumer, partition.topic(), partition.partition(), next);
        if (moved != 1) {
            throw new PartitionLost(partition);
        }
    }

    /** Another instance has taken this partition over. */
    public static final class PartitionLost extends RuntimeException {
        PartitionLost(TopicPartition partition) {
            super("partition " + partition + " was moved on by another instance; this one's work on it is rolled back");
        }
    }
}
