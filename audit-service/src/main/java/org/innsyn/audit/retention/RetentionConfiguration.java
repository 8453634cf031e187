package org.innsyn.audit.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import org.innsyn.audit.ledger.store.LedgerUnits;
import org.innsyn.audit.oversight.store.ShreddingGuard;
import org.innsyn.audit.policy.store.KeptStaffNames;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    @Bean
    RetentionRule accessLogRetention(
            @Value("${innsyn.retention.access-log.rule}") String rule,
            @Value("${innsyn.retention.access-log.period}") Period period,
            @Value("${innsyn.retention.access-log.citation}") String citation) {
        return new RetentionRule(rule, period, citation);
    }

    @Bean
    RetentionRows retentionRows(JdbcTemplate jdbc) {
        return new RetentionRows(jdbc);
    }

    @Bean
    Retention retention(RetentionRule rule, RetentionRows rows, LedgerUnits units, VaultKeys keys, ShreddingGuard guard, KeptStaffNames names,
            TransactionTemplate transaction, Clock clock) {
        return new Retention(rule, rows, units, keys, guard, names, transaction, clock);
    }

    @Bean
    SchedulingConfigurer retentionRuns(Retention retention) {
        return schedule -> schedule.addFixedDelayTask(retention::runQuietly, Duration.ofHours(1));
    }
}
