package org.innsyn.audit.recovery;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.config.EventProcessingConfiguration;
import org.innsyn.audit.journal.Disk;
import org.innsyn.audit.journal.Journal;
import org.innsyn.audit.journal.StoreJournal;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.kafka.RecordLoop;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

    @Bean
    Disk disk() {
        return Disk.real();
    }

    @Bean
    Journal journal(@Value("${innsyn.journal.directory}") Path directory, Disk disk) {
        return new Journal(directory, disk);
    }

    @Bean
    StoreJournal storeJournal(Journal journal, JdbcTemplate jdbc) {
        return new StoreJournal(journal, jdbc);
    }

    /** Whatever reads or writes the database waits for its migration, so nothing does before it was compared. */
    @Bean
    FlywayMigrationStrategy migrationThenComparison(Journal journal, @Value("${innsyn.log.origin}") String origin, RandomSource random, Clock clock) {
        return flyway -> {
            flyway.migrate();
            new StoreOpening(new JdbcTemplate(flyway.getConfiguration().getDataSource()), journal, origin, random, clock).open();
        };
    }

    @Bean
    Comparison comparison(JdbcTemplate jdbc, Journal journal) {
        return new Comparison(jdbc, journal);
    }

    /** Stops everything that works by itself. */
    @Bean
    Gate gate(@Lazy EventProcessingConfiguration processing, ObjectProvider<RecordLoop> loops, ObjectProvider<ThreadPoolTaskScheduler> scheduler) {
        return new Gate(() -> {
            scheduler.forEach(ThreadPoolTaskScheduler::stop);
            processing.eventProcessors().values().forEach(processor -> processor.shutDown());
            loops.forEach(RecordLoop::close);
        });
    }

    /** Before security: who is refused is told why, whoever they are. */
    @Bean
    FilterRegistrationBean<RefusalFilter> refusalFilter(Gate gate, JsonMapper json) {
        var filter = new FilterRegistrationBean<>(new RefusalFilter(gate::refusal, json));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    SchedulingConfigurer watch(Comparison comparison, Gate gate, @Value("${innsyn.journal.compare-every}") Duration every) {
        var watch = new Watch(comparison, gate);
        return schedule -> schedule.addFixedDelayTask(watch::look, every);
    }
}
