package org.innsyn.audit.identity;

import java.time.Clock;
import org.innsyn.audit.hashing.HashKeys;
import org.innsyn.audit.hashing.HashRotation;
import org.innsyn.audit.ledger.store.EntryDetails;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.RandomSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    HashKeys blindIndexKeys(JdbcTemplate jdbc, KeyFolder folder, Clock clock) {
        return new HashKeys(jdbc, folder, "blind-index", "blind_index", clock);
    }

    @Bean
    BlindIndex blindIndex(JdbcTemplate jdbc, HashKeys blindIndexKeys) {
        return new BlindIndex(jdbc, blindIndexKeys);
    }

    @Bean
    Identities identities(BlindIndex index, RandomSource random) {
        return new Identities(index, random);
    }

    @Bean
    HashRotation blindIndexRotation(HashKeys blindIndexKeys, BlindIndex index, EntryDetails details, JdbcTemplate jdbc, TransactionTemplate transaction) {
        return new HashRotation(blindIndexKeys, new BlindIndexRows(index, details, jdbc), transaction);
    }
}
