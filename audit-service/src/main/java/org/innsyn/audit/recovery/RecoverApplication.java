package org.innsyn.audit.recovery;

import java.time.Clock;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.innsyn.audit.EventsConfiguration;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.journal.Journal;
import org.innsyn.audit.ledger.store.Shredder;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.eventstore.EventStoreConfiguration;
import org.innsyn.platform.vault.Epochs;
import org.innsyn.platform.vault.VaultConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rooms of the service that recovering needs, without the rest of it. No {@code @Configuration}, or the service would find it in its scan. */
@Import({EventStoreConfiguration.class, VaultConfiguration.class, EventsConfiguration.class})
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan({"org.innsyn.audit.ledger.store", "org.innsyn.audit.identity"})
class RecoverApplication {

    /** As Axon's own configuration makes it for the service. */
    @Bean
    @Primary
    Serializer generalSerializer() {
        return Jackson3Serializer.builder().build();
    }

    /** A store that is not served may be behind its journal. */
    @Bean
    FlywayMigrationStrategy migrationAlone() {
        return flyway -> flyway.migrate();
    }

    @Bean
    Journal journal(@Value("${innsyn.journal.directory}") java.nio.file.Path directory) {
        return new Journal(directory, org.innsyn.audit.journal.Disk.real());
    }

    @Bean
    Recovery recovery(JdbcTemplate jdbc, PlatformTransactionManager transactions, Journal journal, @Value("${innsyn.log.origin}") String origin,
            Shredder shredder, Identities identities, Epochs epochs, KeyFolder keys, RandomSource random, Clock clock) {
        return new Recovery(jdbc, new TransactionTemplate(transactions), journal, new StoreOpening(jdbc, journal, origin, random, clock),
                shredder, identities, epochs, keys, clock);
    }
}
