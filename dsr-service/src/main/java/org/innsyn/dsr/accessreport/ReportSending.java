package org.innsyn.dsr.accessreport;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.clockwork.Clockwork;
import org.innsyn.platform.kafka.KafkaClients;
import org.innsyn.schemas.access.AccessEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks several times a second whether there is something to send. */
@Component
class ReportSending implements SmartLifecycle {

    private static final int PARTITIONS = 4;
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JdbcTemplate jdbc;
    private final RequestVault vault;
    private final KafkaClients kafka;
    private Clockwork clockwork;
    private Producer<String, byte[]> producer;

    ReportSending(JdbcTemplate jdbc, RequestVault vault, KafkaClients kafka) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.kafka = kafka;
    }

    @Override
    public void start() {
        kafka.ensureTopics(List.of(AccessEvent.TOPIC), PARTITIONS);
        producer = kafka.producer("dsr-service-reports");
        clockwork = new Clockwork("access-reports", 1).every(EVERY, new ReportSender(jdbc, vault, producer)::send);
    }

    @Override
    public void stop() {
        clockwork.stop(PATIENCE);
        producer.close();
        clockwork = null;
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }
}
