package org.innsyn.bench.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.innsyn.bench.load.Events;
import org.innsyn.bench.load.Workload;

/** A round's events on a topic, written in one Kafka transaction: whoever reads what is committed sees none of them, and then all at once. */
final class Produced implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final Map<Integer, Long> ends = new HashMap<>();

    private Produced(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    static Produced on(String topic, String bootstrapServers, Workload workload, int round) throws Exception {
        var producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.TRANSACTIONAL_ID_CONFIG, UUID.randomUUID().toString(),
                ProducerConfig.LINGER_MS_CONFIG, 20, ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024), new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var batch : workload.batches(round)) {
            for (var event : batch) {
                sent.add(producer.send(new ProducerRecord<>(topic, event.source(), Events.json(event))));
            }
        }
        var produced = new Produced(producer);
        for (var each : sent) {
            produced.ends.merge(each.get().partition(), each.get().offset() + 1, Math::max);
        }
        return produced;
    }

    /** Lets everybody see them. */
    void commit() {
        producer.commitTransaction();
    }

    /** The offset behind the last event of each partition that has any. */
    Map<Integer, Long> ends() {
        return ends;
    }

    List<Integer> partitions() {
        return ends.keySet().stream().sorted().toList();
    }

    @Override
    public void close() {
        producer.close();
    }
}
