package org.innsyn.audit.oversight.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.oversight.EntryRules;
import org.innsyn.audit.oversight.ReadingRate;
import org.innsyn.audit.policy.PolicyInForce;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.eventstore.Following;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class OversightConfiguration {

    private static final int BATCH = 500;

    @Bean
    FindingRows findingRows(JdbcTemplate jdbc) {
        return new FindingRows(jdbc);
    }

    @Bean
    Findings findings(EventStore events, FindingRows rows, TransactionManager transactions) {
        return new Findings(events, rows, transactions);
    }

    @Bean
    FindingNotes findingNotes(JdbcTemplate jdbc, VaultKeys keys, RandomSource random, Clock clock) {
        return new FindingNotes(jdbc, keys, random, clock);
    }

    @Bean
    MissingRows missingRows(JdbcTemplate jdbc) {
        return new MissingRows(jdbc);
    }

    @Bean
    MissingReports missingReports(Findings findings, MissingRows rows, TransactionTemplate transaction, @Value("${innsyn.oversight.missing-after}") Duration grace) {
        return new MissingReports(findings, rows, transaction, grace);
    }

    @Bean
    SchedulingConfigurer lookingForMissingReports(MissingReports reports, Clock clock) {
        return schedule -> schedule.addFixedDelayTask(() -> reports.look(clock.instant()), Duration.ofMinutes(1));
    }

    @Bean
    ShreddingGuard shreddingGuard(FindingRows rows, JdbcTemplate jdbc) {
        return new ShreddingGuard(rows, jdbc);
    }

    @Bean
    ReadingHours readingHours(JdbcTemplate jdbc) {
        return new ReadingHours(jdbc);
    }

    @Bean
    Overseer overseer(
            Findings findings,
            ReadingHours hours,
            PolicyInForce policy,
            JdbcTemplate jdbc,
            @Value("${innsyn.oversight.allowed-under-restriction}") Set<String> allowedUnderRestriction,
            @Value("${innsyn.oversight.mass-reading.floor}") int floor,
            @Value("${innsyn.oversight.mass-reading.factor}") int factor) {
        return new Overseer(findings, new EntryRules(allowedUnderRestriction), new ReadingRate(floor, factor), hours, policy, jdbc);
    }

    /** One segment: its place says what was looked at, and shredding waits for that. */
    @Bean
    ConfigurerModule overseeing() {
        return configurer -> configurer.eventProcessing(processing -> Following.configure(processing, Overseer.NAME, BATCH));
    }

    @Bean
    SchedulingConfigurer forgettingReadingHours(ReadingHours hours, Clock clock) {
        return schedule -> schedule.addFixedDelayTask(() -> hours.forgetBefore(clock.instant()), Duration.ofHours(1));
    }
}
