package org.innsyn.audit.operator;

import org.innsyn.audit.accesslog.AccessLogIndex;
import org.innsyn.audit.transparency.LogCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class OperatorConfiguration {

    @Bean
    Doctor doctor(JdbcTemplate jdbc, PlatformTransactionManager transactions, LogCheck log, AccessLogIndex index) {
        return new Doctor(jdbc, transactions, log, index);
    }
}
