package org.innsyn.audit.ingest;

import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.innsyn.audit.ledger.store.GroupCommit;
import org.innsyn.audit.ledger.store.ReportHashes;
import org.innsyn.audit.ledger.store.WaitingRoom;
import org.innsyn.platform.kafka.ConsumedOffsets;
import org.innsyn.platform.kafka.KafkaClients;
import org.innsyn.platform.kafka.RecordLoop;
import org.innsyn.platform.kafka.Sweep;
import org.springframework.beans.factory.annotation.Value;
import org.innsyn.schemas.access.AccessEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class IngestConfiguration {

    private static final String CONSUMER = "audit-service.access-events";

    @Bean
    EventReader eventReader() {
        return new EventReader();
    }

    @Bean
    Intake intake(GroupCommit commits, ReportHashes hashes) {
        return new Intake(commits, hashes);
    }

    /** After security: who may not report is told so before a byte of the batch is read. */
    @Bean
    FilterRegistrationBean<BatchLimitFilter> batchLimit(JsonMapper json, WaitingRoom room) {
        var filter = new FilterRegistrationBean<>(new BatchLimitFilter(json, room));
        filter.setOrder(0);
        return filter;
    }

    @Bean(destroyMethod = "close")
    Producer<String, byte[]> rejections(KafkaClients kafka) {
        return kafka.producer(CONSUMER + ".rejected");
    }

    /** In the topic a report lies in clear; in the database it is encrypted. */
    @Bean
    Sweep reportSweep(KafkaClients kafka, Producer<String, byte[]> rejections, JdbcTemplate jdbc) {
        return new Sweep(kafka, rejections, AccessEvent.TOPIC, new ConsumedOffsets(jdbc, CONSUMER));
    }

    @Bean
    SchedulingConfigurer sweeping(Sweep reportSweep, @Value("${innsyn.kafka.sweep-every}") Duration every) {
        return schedule -> schedule.addFixedDelayTask(reportSweep::run, every);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    RecordLoop accessEventLoop(
            KafkaClients kafka,
            EventReader reader,
            Intake intake,
            GroupCommit commits,
            ReportHashes hashes,
            Producer<String, byte[]> rejections,
            Sweep reportSweep,
            JdbcTemplate jdbc,
            Clock clock) {
        var offsets = new ConsumedOffsets(jdbc, CONSUMER);
        return new RecordLoop(
                "access-events",
                AccessEvent.TOPIC,
                () -> kafka.consumer(CONSUMER, 1_000),
                offsets,
                new TopicIntake(reader, intake, commits, hashes, new Rejections(rejections), offsets, reportSweep, clock));
    }
}
