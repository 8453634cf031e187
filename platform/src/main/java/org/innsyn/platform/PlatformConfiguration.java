package org.innsyn.platform;

import java.time.Duration;
import org.innsyn.platform.elasticsearch.ElasticsearchConfiguration;
import org.innsyn.platform.eventstore.EventStoreConfiguration;
import org.innsyn.platform.kafka.KafkaClients;
import org.innsyn.platform.vault.Epochs;
import org.innsyn.platform.vault.VaultConfiguration;
import org.innsyn.platform.web.ProblemAdvice;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** What a service imports to stand on the platform. It adds its own {@code EventTypes} and security rules. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import({EventStoreConfiguration.class, VaultConfiguration.class, ElasticsearchConfiguration.class, ProblemAdvice.class})
public class PlatformConfiguration {

    /** Looked at every hour: at least once a day, what was destroyed is beyond recovery from backups too. */
    @Bean
    SchedulingConfigurer epochRotation(Epochs epochs) {
        return schedule -> schedule.addFixedDelayTask(() -> epochs.rotateIfOlderThan(Duration.ofHours(23)), Duration.ofHours(1));
    }

    @Bean
    KafkaClients kafkaClients(@Value("${innsyn.kafka.bootstrap-servers}") String bootstrapServers) {
        return new KafkaClients(bootstrapServers);
    }
}
