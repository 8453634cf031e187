package org.innsyn.bench.ledger;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.innsyn.bench.house.Database;
import org.innsyn.bench.load.Workload;
import org.innsyn.bench.measure.Contender;

/**
 * Reads the same events from a topic and, for each batch read, copies a batch of the ready-made rows, moving the offset in the same
 * transaction; so many consumers at once, the partitions dealt out among them.
 */
final class ConsumeAndCopy implements Contender {

    private final CopyStreams tables;
    private final Database database;
    private final String bootstrapServers;
    private final Workload workload;
    private final int consumers;
    private final RoundRows rows;
    private final Map<TopicPartition, Long> places = new HashMap<>();

    ConsumeAndCopy(Database database, String bootstrapServers, Workload workload, int consumers, RoundRows rows) {
        this.tables = new CopyStreams(database, consumers, rows);
        this.database = database;
        this.bootstrapServers = bootstrapServers;
        this.workload = workload;
        this.consumers = consumers;
        this.rows = rows;
        database.run("create table %s.place (partition integer primary key, next_offset bigint not null)".formatted(tables.schema()));
    }

    @Override
    public String name() {
        return "consume-copy-" + consumers;
    }

    String schema() {
        return tables.schema();
    }

    String topic() {
        return "bench." + name();
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        try (var produced = Produced.on(topic(), bootstrapServers, workload, round)) {
            var next = new AtomicInteger();
            var readers = IntStream.range(0, consumers).mapToObj(i -> new Reader(produced, i, next)).toList();
            try (var threads = Executors.newFixedThreadPool(consumers)) {
                for (var reader : readers) {
                    reader.open();
                }
                long begun = System.nanoTime();
                produced.commit();
                for (var each : threads.invokeAll(readers)) {
                    each.get();
                }
                readers.getFirst().copyRest();
                return Map.of(Reporting.EVENTS_PER_SECOND, rows.events() / ((System.nanoTime() - begun) / 1e9));
            } finally {
                readers.forEach(Reader::close);
            }
        }
    }

    @Override
    public void check(int round) {
        tables.check(round);
    }

    /** One consumer with a connection of its own. */
    private final class Reader implements Callable<Void> {

        private final List<TopicPartition> partitions = new ArrayList<>();
        private final Map<Integer, Long> ends;
        private final AtomicInteger next;
        private KafkaConsumer<String, byte[]> consumer;
        private Connection connection;

        Reader(Produced produced, int number, AtomicInteger next) {
            this.ends = produced.ends();
            this.next = next;
            var all = produced.partitions();
            for (int i = number; i < all.size(); i += consumers) {
                partitions.add(new TopicPartition(topic(), all.get(i)));
            }
        }

        void open() throws Exception {
            consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed", "enable.auto.commit", false,
                    "max.poll.records", workload.batchSize()), new StringDeserializer(), new ByteArrayDeserializer());
            consumer.assign(partitions);
            partitions.forEach(each -> consumer.seek(each, places.getOrDefault(each, 0L)));
            connection = database.connect();
            connection.setAutoCommit(false);
        }

        @Override
        public Void call() throws Exception {
            int read = 0;
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each.partition()))) {
                var records = consumer.poll(Duration.ofMillis(500));
                read += records.count();
                if (read >= workload.batchSize()) {
                    read -= workload.batchSize();
                    copyNext();
                }
            }
            if (read > 0) {
                copyNext();
            }
            synchronized (places) {
                partitions.forEach(each -> places.put(each, consumer.position(each)));
            }
            return null;
        }

        private boolean copyNext() throws Exception {
            int part = next.getAndIncrement();
            if (part >= rows.parts().size()) {
                return false;
            }
            CopyStreams.write(connection, schema(), rows.parts().get(part));
            try (var move = connection.prepareStatement("insert into %s.place values (?, ?) on conflict (partition) do update set next_offset = excluded.next_offset".formatted(schema()))) {
                for (var each : partitions) {
                    move.setInt(1, each.partition());
                    move.setLong(2, consumer.position(each));
                    move.addBatch();
                }
                move.executeBatch();
            }
            connection.commit();
            return true;
        }

        /** What was left by rounding. */
        void copyRest() throws Exception {
            while (copyNext()) {
                // the next part
            }
        }

        void close() {
            try {
                consumer.close();
                connection.close();
            } catch (Exception e) {
                throw new IllegalStateException("a consumer could not be closed", e);
            }
        }
    }
}
