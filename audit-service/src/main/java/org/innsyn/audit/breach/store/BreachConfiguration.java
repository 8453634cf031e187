package org.innsyn.audit.breach.store;

import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class BreachConfiguration {

    @Bean
    Breaches breaches(EventStore events, JdbcTemplate jdbc, TransactionManager transactions) {
        return new Breaches(events, jdbc, transactions);
    }

    @Bean
    BreachTexts breachTexts(JdbcTemplate jdbc, VaultKeys keys, RandomSource random, Clock clock) {
        return new BreachTexts(jdbc, keys, random, clock);
    }

    @Bean
    BreachViews breachViews(BreachTexts texts) {
        return new BreachViews(texts);
    }
}
