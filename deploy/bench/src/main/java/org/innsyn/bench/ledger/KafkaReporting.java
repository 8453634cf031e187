package org.innsyn.bench.ledger;

import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.load.Workload;
import org.innsyn.bench.measure.Contender;
import org.innsyn.schemas.access.AccessEvent;

/** The real service, reported to over its topic. The clock runs from when the events can be seen until the last offset has moved, which is when they are recorded. */
final class KafkaReporting implements Contender {

    private static final long LOOK_EVERY_NANOS = 2_000_000;
    private static final long LIMIT_NANOS = 600_000_000_000L;

    private final AuditService service;
    private final String bootstrapServers;
    private final Workload workload;

    KafkaReporting(AuditService service, String bootstrapServers, Workload workload) {
        this.service = service;
        this.bootstrapServers = bootstrapServers;
        this.workload = workload;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        try (var produced = Produced.on(AccessEvent.TOPIC, bootstrapServers, workload, round); var connection = service.database().connect()) {
            long begun = System.nanoTime();
            produced.commit();
            while (!recorded(connection, produced.ends())) {
                if (System.nanoTime() - begun > LIMIT_NANOS) {
                    throw new IllegalStateException("the events on the topic were not recorded in ten minutes");
                }
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
            return Map.of(Reporting.EVENTS_PER_SECOND, workload.events() / ((System.nanoTime() - begun) / 1e9));
        }
    }

    private static boolean recorded(Connection connection, Map<Integer, Long> ends) throws Exception {
        int there = 0;
        try (var statement = connection.prepareStatement("select partition, next_offset from consumer_offset where topic = ?")) {
            statement.setString(1, AccessEvent.TOPIC);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    there += ends.containsKey(row.getInt(1)) && row.getLong(2) >= ends.get(row.getInt(1)) ? 1 : 0;
                }
            }
        }
        return there == ends.size();
    }

    @Override
    public void check(int round) throws Exception {
        Reporting.checkEntries(name(), service, workload, round);
    }
}
