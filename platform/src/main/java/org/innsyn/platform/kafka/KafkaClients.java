package org.innsyn.platform.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka clients as this house uses them: bytes as values, plain words as keys, nothing lost and nothing skipped. */
public final class KafkaClients {

    private final String bootstrapServers;

    public KafkaClients(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Waits for all replicas and never writes a record twice. */
    public Producer<String, byte[]> producer(String clientId) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG, clientId,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                        ProducerConfig.LINGER_MS_CONFIG, 0,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Commits nothing to Kafka and jumps nowhere by itself: offsets live with the effect, see {@link RecordLoop}. The partitions of a
     * member that was killed are given to the next one after ten seconds; a slow handler does not count as killed.
     */
    public Consumer<String, byte[]> consumer(String group, int maxPollRecords) {
        return consumer(group, maxPollRecords, Map.of());
    }

    /** As above, with some settings otherwise. */
    Consumer<String, byte[]> consumer(String group, int maxPollRecords, Map<String, Object> otherwise) {
        var settings = new HashMap<String, Object>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG, group,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxPollRecords,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false));
        settings.putAll(otherwise);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** For looking at topics and removing records from them. */
    Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /**
     * Makes topics that are not there, with as many replicas as the cluster gives by default. Several services may ask at once.
     *
     * @throws IllegalStateException when the cluster does not answer within 30 seconds
     */
    public void ensureTopics(Collection<String> names, int partitions) {
        try (var admin = admin()) {
            var made = admin.createTopics(names.stream().map(name -> new NewTopic(name, Optional.of(partitions), Optional.empty())).toList());
            for (var topic : made.values().entrySet()) {
                await(topic.getKey(), topic.getValue());
            }
        }
    }

    private static void await(String topic, KafkaFuture<Void> made) {
        try {
            made.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic " + topic + " could not be made", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("topic " + topic + " could not be made in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while topic " + topic + " was made", e);
        }
    }
}
