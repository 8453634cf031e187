package org.innsyn.audit.continuity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class ContinuityConfiguration {

    @Bean
    Continuity continuity(JdbcTemplate jdbc) {
        return new Continuity(new Sequences(jdbc), new BulkReads(jdbc));
    }
}
