package org.innsyn.audit.savedsearch;

import java.time.Clock;
import org.innsyn.audit.identity.Identities;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class SavedSearchesConfiguration {

    @Bean
    SavedSearches savedSearches(JdbcTemplate jdbc, Identities identities, VaultKeys keys, RandomSource random, Clock clock) {
        return new SavedSearches(jdbc, identities, keys, random, clock);
    }
}
