package org.innsyn.audit.disclosure.store;

import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.accesslog.OwnEntries;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class NamesConfiguration {

    @Bean
    Names names(EventStore events, JdbcTemplate jdbc, TransactionManager transactions) {
        return new Names(events, jdbc, transactions);
    }

    @Bean
    NameTexts nameTexts(JdbcTemplate jdbc, VaultKeys keys, RandomSource random, Clock clock) {
        return new NameTexts(jdbc, keys, random, clock);
    }

    @Bean
    NameViews nameViews(Names names, NameTexts texts, Actors actors, OwnEntries entries) {
        return new NameViews(names, texts, actors, entries);
    }
}
