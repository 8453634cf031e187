package org.innsyn.audit.identity;

import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.platform.crypto.RandomSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    Identities identities(JdbcTemplate jdbc, KeyFolder keys, RandomSource random) {
        return new Identities(new BlindIndex(jdbc, new KeyedHash(keys.getOrCreate("blind-index-000001"))), random);
    }
}
