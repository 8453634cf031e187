package org.innsyn.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.innsyn.engines.TestEngines;
import org.innsyn.platform.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordLoopTest {

    private static final Database DATABASE = new Database();

    private final KafkaClients kafka = new KafkaClients(TestEngines.shared().kafka().bootstrapServers());
    private final String topic = "records-" + UUID.randomUUID();
    private final ConsumedOffsets offsets = new ConsumedOffsets(DATABASE.jdbc(), topic);

    @BeforeEach
    void topicAndTable() {
        kafka.ensureTopics(List.of(topic), 1);
        DATABASE.jdbc().execute("create table if not exists effect (topic text, place bigint, primary key (topic, place))");
    }

    @Test
    void every_record_has_its_effect_once_across_restarts_and_failures() {
        send(100);
        var failures = new AtomicInteger();
        RecordLoop.Handler handler = records -> {
            records.forEach(record -> DATABASE.jdbc().update("insert into effect values (?, ?)", topic, record.offset()));
            // Half way into a batch, a few times over.
            if (failures.incrementAndGet() % 3 == 1) {
                throw new IllegalStateException("the database went away");
            }
        };
        for (int start = 0; start < 3; start++) {
            try (var loop = loop(handler)) {
                int sent = 100 * (start + 1);
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> effects() == sent);
            }
            send(100);
        }
        assertThat(offsets.next(new TopicPartition(topic, 0))).hasValue(300L);
    }

    @Test
    void one_bad_record_never_fails_its_neighbours_before_it() {
        send(50);
        try (var loop = loop(records -> records.forEach(record -> {
            if (record.offset() == 20) {
                throw new IllegalStateException("this one cannot be handled yet");
            }
            DATABASE.jdbc().update("insert into effect values (?, ?)", topic, record.offset());
        }))) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> effects() == 20);
            assertThat(loop.isRunning()).isTrue();
        }
        assertThat(offsets.next(new TopicPartition(topic, 0))).as("nothing is skipped").hasValue(20L);
    }

    @Test
    void a_consumer_whose_work_stands_still_stays_in_its_group_and_goes_on_afterwards() throws Exception {
        send(30);
        var goOn = new java.util.concurrent.CountDownLatch(1);
        var refusals = new AtomicInteger();
        RecordLoop.Work work = batch -> {
            if (refusals.incrementAndGet() <= 3) {
                throw new RecordLoop.NoRoom(Duration.ofMillis(50));
            }
            awaitUnchecked(goOn);
            DATABASE.transaction().executeWithoutResult(t -> {
                batch.records().forEach(record -> DATABASE.jdbc().update("insert into effect values (?, ?)", topic, record.offset()));
                offsets.advance(batch.partition(), batch.expected(), batch.next());
            });
        };
        // Who does not poll for two seconds is thrown out.
        try (var loop = new RecordLoop("test", topic, () -> kafka.consumer(topic, 40, Map.of("max.poll.interval.ms", 2_000)), offsets, work);
                var admin = Admin.create(Map.of("bootstrap.servers", TestEngines.shared().kafka().bootstrapServers()))) {
            loop.start();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> refusals.get() > 3);
            var member = members(admin);
            assertThat(member).hasSize(1);
            Awaitility.await().atMost(Duration.ofSeconds(30)).during(Duration.ofSeconds(5)).until(() -> members(admin).equals(member));
            assertThat(effects()).isZero();
            goOn.countDown();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> effects() == 30);
        }
        assertThat(offsets.next(new TopicPartition(topic, 0))).hasValue(30L);
    }

    private java.util.Set<String> members(Admin admin) throws Exception {
        return admin.describeConsumerGroups(List.of(topic)).all().get().get(topic).members().stream()
                .map(org.apache.kafka.clients.admin.MemberDescription::consumerId).collect(java.util.stream.Collectors.toSet());
    }

    private static void awaitUnchecked(java.util.concurrent.CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_instance_that_lost_a_partition_cannot_commit_its_work() {
        var partition = new TopicPartition(topic, 0);
        DATABASE.transaction().executeWithoutResult(t -> offsets.advance(partition, Optional.empty(), 10));
        DATABASE.transaction().executeWithoutResult(t -> offsets.advance(partition, Optional.of(10L), 20));
        assertThatThrownBy(() -> DATABASE.transaction().executeWithoutResult(t -> offsets.advance(partition, Optional.of(10L), 15)))
                .isInstanceOf(ConsumedOffsets.PartitionLost.class);
        assertThat(offsets.next(partition)).hasValue(20L);
    }

    private RecordLoop loop(RecordLoop.Handler handler) {
        var loop = new RecordLoop("test", topic, () -> kafka.consumer(topic, 40), offsets, DATABASE.transaction(), handler);
        loop.start();
        return loop;
    }

    private void send(int count) {
        try (var producer = kafka.producer("test")) {
            IntStream.range(0, count).forEach(i -> producer.send(new ProducerRecord<>(topic, "source", new byte[] {(byte) i})));
            producer.flush();
        }
    }

    private long effects() {
        return DATABASE.jdbc().queryForObject("select count(*) from effect where topic = ?", Long.class, topic);
    }
}
