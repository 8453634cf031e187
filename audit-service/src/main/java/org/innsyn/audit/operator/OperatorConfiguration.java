package org.innsyn.audit.operator;

import java.time.Duration;
import java.util.List;
import org.innsyn.audit.accesslog.AccessLogIndex;
import org.innsyn.audit.hashing.HashRotation;
import org.innsyn.audit.recovery.Comparison;
import org.innsyn.audit.transparency.Cosigners;
import org.innsyn.audit.transparency.LogCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class OperatorConfiguration {

    /** What an interrupted rotation left, and what could not move then and can now. */
    @Bean
    SchedulingConfigurer hashRotations(List<HashRotation> rotations) {
        return schedule -> rotations.forEach(each -> schedule.addFixedDelayTask(each::finish, Duration.ofHours(1)));
    }

    @Bean
    Doctor doctor(JdbcTemplate jdbc, PlatformTransactionManager transactions, LogCheck log, Comparison journal, Cosigners witnesses, AccessLogIndex index) {
        return new Doctor(jdbc, transactions, log, journal, witnesses, index);
    }
}
