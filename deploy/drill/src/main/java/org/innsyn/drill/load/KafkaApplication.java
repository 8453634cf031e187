package org.innsyn.drill.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.innsyn.schemas.access.AccessEvent;

/** Reports over Kafka: acknowledged is what the broker has on its disk. */
final class KafkaApplication extends Application {

    private final KafkaProducer<String, byte[]> producer;

    KafkaApplication(String source, int batch, Duration between, String bootstrapServers) {
        super(source, batch, between);
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "enable.idempotence", true, "client.id", source.replace(':', '-')),
                new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    boolean send(long first, int count) throws InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var event : Reports.of(source(), first, count)) {
            sent.add(producer.send(new ProducerRecord<>(AccessEvent.TOPIC, source(), Reports.json(event))));
        }
        producer.flush();
        for (var each : sent) {
            try {
                each.get();
            } catch (ExecutionException notTaken) {
                notAcknowledged(String.valueOf(notTaken.getCause()));
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        super.close();
        producer.close(Duration.ZERO);
    }
}
