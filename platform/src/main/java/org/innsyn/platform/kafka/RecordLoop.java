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
 * Reads a topic on a thread of its own. What is done with a partition's records and the move of its offset are one database
 * transaction: after any crash a record has had its whole effect once, or none.
 *
 * <p>Each partition's batch is worked on beside the reading thread while that partition is paused, one batch at a time: however long
 * the work takes, the broker is polled on and the member stays in its group. A batch that fails is halved until the one record that fails
 * stands alone; its neighbours before it are done, other partitions go on, and it is tried again with a growing pause. No record is ever
 * skipped: what cannot be used is the handler's to reject.
 */
public final class RecordLoop implements AutoCloseable {

    /** What is done with records, inside a transaction of the loop's. */
    public interface Handler {
        void handle(List<ConsumerRecord<String, byte[]>> records);
    }

    /** What is done with a batch in a transaction of its own, in which it moves the offset. Several partitions' at once. */
    public interface Work {

        /** @throws NoRoom when it is to be asked again later, and nothing was done */
        void take(Batch batch);
    }

    /**
     * Records of one partition.
     *
     * @param expected the offset that must be the next one when it is moved; empty before the first move
     */
    public record Batch(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records, Optional<Long> expected) {

        /** The offset to move to. */
        public long next() {
            return records.getLast().offset() + 1;
        }
    }

    /** There is no room for a batch now. */
    public static final class NoRoom extends RuntimeException {
        private final Duration retryAfter;

        public NoRoom(Duration retryAfter) {
            super("no room for a batch", null, false, false);
            this.retryAfter = retryAfter;
        }

        Duration retryAfter() {
            return retryAfter;
        }
    }

    private static final Logger log = LoggerFactory.getLogger(RecordLoop.class);
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);

    private final String name;
    private final String topic;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final ConsumedOffsets offsets;
    private final Work work;
    private final Map<TopicPartition, Lane> lanes = new HashMap<>();
    private final Thread thread;
    private volatile boolean running = true;
    private volatile Consumer<String, byte[]> consumer;

    /** Runs the handler and the move of the offset in a transaction for each batch. */
    public RecordLoop(
            String name,
            String topic,
            Supplier<Consumer<String, byte[]>> consumers,
            ConsumedOffsets offsets,
            TransactionTemplate transaction,
            Handler handler) {
        this(name, topic, consumers, offsets, batch -> transaction.executeWithoutResult(status -> {
            handler.handle(batch.records());
            offsets.advance(batch.partition(), batch.expected(), batch.next());
        }));
    }

    public RecordLoop(String name, String topic, Supplier<Consumer<String, byte[]>> consumers, ConsumedOffsets offsets, Work work) {
        this.name = name;
        this.topic = topic;
        this.consumers = consumers;
        this.offsets = offsets;
        this.work = work;
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
        var pause = new Pause();
        while (running) {
            try (var opened = consumers.get()) {
                consumer = opened;
                opened.subscribe(List.of(topic), new PositionFromDatabase());
                while (running) {
                    poll();
                    lanes.forEach(this::proceed);
                    pause.reset();
                }
            } catch (WakeupException stopping) {
                // close() was called
            } catch (RuntimeException e) {
                // Only the kind of failure: a message may quote what was being written.
                log.warn("{}: reading {} stopped with {}; trying again, nothing is lost", name, topic, e.getClass().getSimpleName());
                log.debug("{}: cause", name, e);
                rest(pause.next());
            }
            lanes.clear();
        }
    }

    private void poll() {
        try {
            var wait = lanes.values().stream().map(Lane::untilDue).flatMap(Optional::stream).min(Duration::compareTo).orElse(LONGEST_POLL);
            var records = consumer.poll(wait.compareTo(LONGEST_POLL) < 0 ? wait : LONGEST_POLL);
            for (var partition : records.partitions()) {
                lanes.get(partition).add(records.records(partition));
                consumer.pause(List.of(partition));
            }
        } catch (WakeupException somethingIsDone) {
            if (!running) {
                throw somethingIsDone;
            }
        } catch (OffsetOutOfRangeException e) {
            e.offsetOutOfRangePartitions().forEach((partition, wanted) ->
                    log.error("{}: records of {} from offset {} on were removed before they were read; reading on from the oldest there is", name, partition, wanted));
            consumer.seekToBeginning(e.partitions());
        }
    }

    private void proceed(TopicPartition partition, Lane lane) {
        switch (lane.proceed()) {
            case WORKING -> { /* stays paused */ }
            case DONE -> consumer.resume(List.of(partition));
            case LOST -> {
                log.info("{}: {} was moved on by another instance; reading on from where that one is", name, partition);
                position(partition);
                consumer.resume(List.of(partition));
            }
        }
    }

    /** The database says where to read on. */
    private void position(TopicPartition partition) {
        var next = offsets.next(partition);
        lanes.put(partition, new Lane(name, partition, next, work, () -> consumer.wakeup()));
        next.ifPresentOrElse(offset -> consumer.seek(partition, offset), () -> consumer.seekToBeginning(List.of(partition)));
    }

    private void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /** Takes no new batch, and stops. What is being worked on moves its offset or does not. */
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

    private final class PositionFromDatabase implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(RecordLoop.this::position);
        }

        /** What is still worked on cannot move the offset once the next owner has. */
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            lanes.keySet().removeAll(partitions);
        }
    }
}
