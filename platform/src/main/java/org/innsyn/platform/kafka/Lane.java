package org.innsyn.platform.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.innsyn.platform.kafka.ConsumedOffsets.PartitionLost;
import org.innsyn.platform.kafka.RecordLoop.Batch;
import org.innsyn.platform.kafka.RecordLoop.NoRoom;
import org.innsyn.platform.kafka.RecordLoop.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One partition's records on their way through the work, a batch at a time and in order. Used by the reading thread alone. */
final class Lane {

    /** Where the lane stands. */
    enum State {
        /** More records are not wanted yet. */
        WORKING,
        DONE,
        /** Another instance moved the partition on. */
        LOST
    }

    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    private final String name;
    private final TopicPartition partition;
    private final Work work;
    private final Runnable wake;
    private final Deque<List<ConsumerRecord<String, byte[]>>> ahead = new ArrayDeque<>();
    private final Pause pause = new Pause();
    private Optional<Long> position;
    private CompletableFuture<Void> running;
    private long notBefore = System.nanoTime();

    /** @param wake called from another thread when a batch is through */
    Lane(String name, TopicPartition partition, Optional<Long> position, Work work, Runnable wake) {
        this.name = name;
        this.partition = partition;
        this.position = position;
        this.work = work;
        this.wake = wake;
    }

    void add(List<ConsumerRecord<String, byte[]>> records) {
        ahead.add(records);
    }

    /** How long until it wants to be asked to proceed; empty while it waits for its work or has none. */
    Optional<Duration> untilDue() {
        return running != null || ahead.isEmpty() ? Optional.empty() : Optional.of(Duration.ofNanos(Math.max(0, notBefore - System.nanoTime())));
    }

    State proceed() {
        if (running != null && running.isDone()) {
            var ended = running;
            running = null;
            try {
                ended.join();
                position = Optional.of(ahead.remove().getLast().offset() + 1);
                pause.reset();
            } catch (CompletionException e) {
                if (e.getCause() instanceof PartitionLost) {
                    return State.LOST;
                }
                again(e.getCause());
            }
        }
        if (running == null && !ahead.isEmpty() && System.nanoTime() - notBefore >= 0) {
            var batch = new Batch(partition, ahead.peek(), position);
            running = CompletableFuture.runAsync(() -> work.take(batch), Thread.ofVirtual().name("kafka-" + name + "-" + partition.partition())::start);
            running.whenComplete((nothing, failure) -> wake.run());
        }
        return running == null && ahead.isEmpty() ? State.DONE : State.WORKING;
    }

    private void again(Throwable failure) {
        if (failure instanceof NoRoom full) {
            notBefore = System.nanoTime() + full.retryAfter().toNanos();
        } else if (ahead.peek().size() > 1) {
            var records = ahead.remove();
            int half = records.size() / 2;
            ahead.addFirst(records.subList(half, records.size()));
            ahead.addFirst(records.subList(0, half));
        } else {
            var wait = pause.next();
            notBefore = System.nanoTime() + wait.toNanos();
            // Only the kind of failure: a message may quote what was being written.
            log.warn("{}: the record at {} offset {} failed with {}; trying again in {} ms, nothing is lost",
                    name, partition, ahead.peek().getFirst().offset(), failure.getClass().getSimpleName(), wait.toMillis());
            log.debug("{}: cause", name, failure);
        }
    }
}
