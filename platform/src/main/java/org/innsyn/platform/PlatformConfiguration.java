package org.innsyn.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.Pkcs11Token;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.crypto.TokenKeys;
import org.innsyn.platform.elasticsearch.ElasticsearchConfiguration;
import org.innsyn.platform.eventstore.EventStoreConfiguration;
import org.innsyn.platform.kafka.KafkaClients;
import org.innsyn.platform.vault.EpochKeys;
import org.innsyn.platform.vault.Epochs;
import org.innsyn.platform.vault.StoredEpochKeys;
import org.innsyn.platform.vault.VaultKeys;
import org.innsyn.platform.web.ProblemAdvice;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a service imports to stand on the platform. It adds its own {@code EventTypes} and security rules. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import({EventStoreConfiguration.class, ElasticsearchConfiguration.class, ProblemAdvice.class})
public class PlatformConfiguration {

    @Bean
    RandomSource randomSource() {
        return RandomSource.secure();
    }

    @Bean
    KeyFolder keyFolder(@Value("${innsyn.keys.directory}") Path directory, RandomSource random) {
        return new KeyFolder(directory, random);
    }

    /** In the key folder, or sealed by a PKCS#11 token where one is configured; see {@code docs/keys.md}. */
    @Bean
    EpochKeys epochKeys(
            KeyFolder folder,
            RandomSource random,
            @Value("${innsyn.keys.pkcs11.library:}") String library,
            @Value("${innsyn.keys.pkcs11.slot-list-index:0}") int slotListIndex,
            @Value("${innsyn.keys.pkcs11.pin-file:}") Path pinFile)
            throws IOException {
        return new StoredEpochKeys(library.isEmpty()
                ? folder
                : new TokenKeys(folder, new Pkcs11Token(Path.of(library), slotListIndex, Files.readString(pinFile).strip().toCharArray(), random), random));
    }

    @Bean
    VaultKeys vaultKeys(JdbcTemplate jdbc, EpochKeys epochs, RandomSource random, Clock clock) {
        return new VaultKeys(jdbc, epochs, random, clock);
    }

    @Bean
    Epochs epochs(JdbcTemplate jdbc, PlatformTransactionManager transactions, EpochKeys keys, VaultKeys vault, Clock clock) {
        return new Epochs(jdbc, new TransactionTemplate(transactions), keys, vault, clock);
    }

    /** Looked at every hour: at least once a day, what was destroyed is beyond recovery from backups too. */
    @Bean
    SchedulingConfigurer epochRotation(Epochs epochs) {
        return schedule -> schedule.addFixedDelayTask(() -> epochs.rotateIfOlderThan(Duration.ofHours(23)), Duration.ofHours(1));
    }

    @Bean
    KafkaClients kafkaClients(@Value("${innsyn.kafka.bootstrap-servers}") String bootstrapServers) {
        return new KafkaClients(bootstrapServers);
    }
}
