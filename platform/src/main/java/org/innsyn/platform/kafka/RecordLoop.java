package org.innsyn.platform.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a topic on a thread of its own. What the handler does with a partition's records and the move of its offset are one database
 * transaction: after any crash a record has had its whole effect once, or none.
 *
 * <p>A batch that fails is halved until the one record that fails stands alone; its neighbours are done, and it is tried again with a
 * growing pause. No record is ever skipped: what cannot be used is the handler's to reject.
 */
public final class RecordLoop implements AutoCloseable {

    /** What is done with records, inside the transaction. */
    public interface Handler {
        void handle(List<ConsumerRecord<String, byte[]>> records);
    }

    private static final Logger log = LoggerFactory.getLogger(RecordLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final String name;
    private final String topic;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final ConsumedOffsets offsets;
    private final TransactionTemplate transaction;
    private final Handler handler;
    private final Map<TopicPartition, Optional<Long>> positions = new HashMap<>();
    private final Thread thread;
    private volatile boolean running = true;
    private volatile Consumer<String, byte[]> consumer;

    public RecordLoop(
            String name,
            String topic,
            Supplier<Consumer<String, byte[]>> consumers,
            ConsumedOffsets offsets,
            TransactionTemplate transaction,
            Handler handler) {
        this.name = name;
        this.topic = topic;
        this.consumers = consumers;
        this.offsets = offsets;
        this.transaction = transaction;
        this.handler = handler;
        this.thread = new Thread(this::run, "kafka-" + name);
    }

    public void start() {
        thread.start();
    }

    /** Whether the thread is alive; for health checks. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void run() {
        var pause = Duration.ofMillis(100);
        while (running) {
            try (var opened = consumers.get()) {
                consumer = opened;
                opened.subscribe(List.of(topic), new PositionFromDatabase());
                while (running) {
                    poll();
                    pause = Duration.ofMillis(100);
                }
            } catch (WakeupException stopping) {
                // close() was called
            } catch (RuntimeException e) {
                // Only the kind of failure: a message may quote what was being written.
                log.warn("{}: reading {} stopped with {}; trying again in {} ms, nothing is lost", name, topic, e.getClass().getSimpleName(), pause.toMillis());
                log.debug("{}: cause", name, e);
                rest(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    private void poll() {
        try {
            var records = consumer.poll(Duration.ofMillis(500));
            for (var partition : records.partitions()) {
                handle(partition, records.records(partition));
            }
        } catch (OffsetOutOfRangeException e) {
            e.offsetOutOfRangePartitions().forEach((partition, wanted) ->
                    log.error("{}: records of {} from offset {} on were removed before they were read; reading on from the oldest there is", name, partition, wanted));
            consumer.seekToBeginning(e.partitions());
        }
    }

    private void handle(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        try {
            var expected = positions.getOrDefault(partition, Optional.empty());
            long next = records.getLast().offset() + 1;
            transaction.executeWithoutResult(status -> {
                handler.handle(records);
                offsets.advance(partition, expected, next);
            });
            positions.put(partition, Optional.of(next));
        } catch (ConsumedOffsets.PartitionLost e) {
            throw e;
        } catch (RuntimeException e) {
            if (records.size() == 1) {
                throw e;
            }
            int half = records.size() / 2;
            handle(partition, records.subList(0, half));
            handle(partition, records.subList(half, records.size()));
        }
    }

    private void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /** Lets a running transaction end, then stops. */
    @Override
    public void close() {
        running = false;
        var current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** On every assignment, the database says where to read on. */
    private final class PositionFromDatabase implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            for (var partition : partitions) {
                var next = offsets.next(partition);
                positions.put(partition, next);
                next.ifPresentOrElse(offset -> consumer.seek(partition, offset), () -> consumer.seekToBeginning(List.of(partition)));
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            positions.keySet().removeAll(partitions);
        }
    }
}
