package org.innsyn.dsr.accessreport;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.kafka.KafkaClients;
import org.innsyn.schemas.access.AccessEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks several times a second whether there is something to send. */
@Component
class ReportSending implements SmartLifecycle {

    private static final int PARTITIONS = 4;

    private final JdbcTemplate jdbc;
    private final RequestVault vault;
    private final KafkaClients kafka;
    private ScheduledExecutorService clockwork;
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
        clockwork = Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "access-reports"));
        clockwork.scheduleWithFixedDelay(new ReportSender(jdbc, vault, producer)::send, 200, 200, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        clockwork.shutdown();
        try {
            clockwork.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
        clockwork = null;
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }
}
