package org.innsyn.platform.kafka;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes records from a topic that holds personal data in clear, once their effect is in the database. Records whose effect is not there
 * stay, however old they are.
 *
 * <p>A broker deletes whole segments only, and never the one it appends to: the last reports before a quiet night would stay on its disk.
 * So a partition that had records gets a marker, an empty record with a header of ours, which begins a new segment once the old one is
 * older than the topic's {@code segment.ms}. Give the topic a {@code segment.ms} of at most the time between two sweeps.
 */
public final class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final String MARKER = "innsyn-swept";
    private static final long LIMIT_SECONDS = 30;
    /** The first may come before the segment is old enough to end, the second never does. */
    private static final int MARKERS = 2;
    /** More than this many cannot be markers of ours alone. */
    private static final long FEW = 8;

    private final KafkaClients kafka;
    private final Producer<String, byte[]> markers;
    private final String topic;
    private final ConsumedOffsets offsets;
    private final Set<TopicPartition> used = ConcurrentHashMap.newKeySet();
    private final Map<TopicPartition, Integer> toMark = new HashMap<>();
    private boolean first = true;

    public Sweep(KafkaClients kafka, Producer<String, byte[]> markers, String topic, ConsumedOffsets offsets) {
        this.kafka = kafka;
        this.markers = markers;
        this.topic = topic;
        this.offsets = offsets;
    }

    /** Whether the record is a marker. It has no content, so nothing a reporter sends can be taken for one and be lost. */
    public static boolean isMarker(ConsumerRecord<String, byte[]> record) {
        return record.value() == null && record.headers().lastHeader(MARKER) != null;
    }

    /** Records with content were read from this partition. */
    public void saw(TopicPartition partition) {
        used.add(partition);
    }

    /** Removes what can be removed now. Called again and again; what fails is tried the next time. */
    public synchronized void run() {
        try (var admin = kafka.admin()) {
            var done = offsets.all(topic);
            var removed = remove(admin, done);
            var seen = new HashSet<>(used);
            used.removeAll(seen);
            removed.forEach((partition, count) -> {
                if (first || count > FEW) {
                    seen.add(partition);
                }
            });
            first = false;
            seen.forEach(partition -> toMark.put(partition, MARKERS));
            mark();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            log.warn("recorded reports could not be removed from {} ({}); trying again. Until then they lie there in clear", topic, e.getClass().getSimpleName());
            log.debug("cause", e);
        }
    }

    /** How many records each partition had before its next offset. */
    private static Map<TopicPartition, Long> remove(Admin admin, Map<TopicPartition, Long> done) throws InterruptedException, ExecutionException, TimeoutException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        done.keySet().forEach(partition -> asked.put(partition, OffsetSpec.earliest()));
        var removed = new HashMap<TopicPartition, Long>();
        await(admin.listOffsets(asked).all()).forEach((partition, earliest) -> {
            if (earliest.offset() < done.get(partition)) {
                removed.put(partition, done.get(partition) - earliest.offset());
            }
        });
        var until = new HashMap<TopicPartition, RecordsToDelete>();
        removed.keySet().forEach(partition -> until.put(partition, RecordsToDelete.beforeOffset(done.get(partition))));
        await(admin.deleteRecords(until).all());
        return removed;
    }

    private void mark() throws InterruptedException, ExecutionException {
        for (var partition : Set.copyOf(toMark.keySet())) {
            var marker = new ProducerRecord<String, byte[]>(topic, partition.partition(), null, null);
            marker.headers().add(MARKER, new byte[0]);
            markers.send(marker).get();
            toMark.computeIfPresent(partition, (same, left) -> left == 1 ? null : left - 1);
        }
    }

    private static <T> T await(KafkaFuture<T> asked) throws InterruptedException, ExecutionException, TimeoutException {
        return asked.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
