package org.innsyn.platform.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.Pkcs11Token;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.crypto.TokenKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys and randomness: what also a program stands on that is no service. */
@Configuration(proxyBeanMethods = false)
public class VaultConfiguration {

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
}
