package org.innsyn.audit.ingest;

import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;
import org.innsyn.audit.ledger.store.Recorder;
import org.innsyn.audit.ledger.store.ReportHashes;
import org.innsyn.platform.kafka.ConsumedOffsets;
import org.innsyn.platform.kafka.KafkaClients;
import org.innsyn.platform.kafka.RecordLoop;
import org.innsyn.schemas.access.AccessEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class IngestConfiguration {

    private static final String CONSUMER = "audit-service.access-events";

    @Bean
    EventReader eventReader() {
        return new EventReader();
    }

    @Bean
    Intake intake(Recorder recorder, ReportHashes hashes) {
        return new Intake(recorder, hashes);
    }

    /** After security: who may not report is told so before a byte of the batch is read. */
    @Bean
    FilterRegistrationBean<BatchLimitFilter> batchLimit(JsonMapper json) {
        var filter = new FilterRegistrationBean<>(new BatchLimitFilter(json));
        filter.setOrder(0);
        return filter;
    }

    @Bean(destroyMethod = "close")
    Producer<String, byte[]> rejections(KafkaClients kafka) {
        return kafka.producer(CONSUMER + ".rejected");
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    RecordLoop accessEventLoop(
            KafkaClients kafka,
            EventReader reader,
            Intake intake,
            ReportHashes hashes,
            Producer<String, byte[]> rejections,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new RecordLoop(
                "access-events",
                AccessEvent.TOPIC,
                () -> kafka.consumer(CONSUMER, 500),
                new ConsumedOffsets(jdbc, CONSUMER),
                new TransactionTemplate(transactions),
                new TopicIntake(reader, intake, hashes, rejections, clock));
    }
}
