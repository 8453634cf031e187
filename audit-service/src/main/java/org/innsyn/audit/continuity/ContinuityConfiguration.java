package org.innsyn.audit.continuity;

import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.KeyedHash;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class ContinuityConfiguration {

    @Bean
    Continuity continuity(JdbcTemplate jdbc, KeyFolder keys) {
        return new Continuity(new Sequences(jdbc), new BulkReads(jdbc, new KeyedHash(keys.getOrCreate("bulk-reads-000001"))));
    }
}
