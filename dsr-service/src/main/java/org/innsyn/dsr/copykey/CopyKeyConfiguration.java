package org.innsyn.dsr.copykey;

import java.time.Clock;
import org.innsyn.platform.crypto.KeyFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class CopyKeyConfiguration {

    @Bean
    CopyKeys copyKeys(JdbcTemplate jdbc, TransactionTemplate transaction, KeyFolder folder, @Value("${innsyn.exports.signed-as}") String name, Clock clock) {
        return new CopyKeys(jdbc, transaction, folder, name, clock);
    }
}
