package org.innsyn.audit.transparency;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.StreamableMessageSource;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.platform.crypto.NoteKey;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class TransparencyConfiguration {

    private static final int BATCH = 1_000;

    @Bean
    LogTables logTables(JdbcTemplate jdbc) {
        return new LogTables(jdbc);
    }

    @Bean
    MerkleTree merkleTree(LogTables tables) {
        return new MerkleTree(tables);
    }

    /** The log's key, named like its origin. */
    @Bean
    NoteKey logKey(KeyFolder keys, @Value("${innsyn.log.origin}") String origin) {
        return new NoteKey(origin, keys.getOrCreate("log-000001"));
    }

    @Bean
    Sequencer sequencer(LogTables tables) {
        return new Sequencer(tables);
    }

    /** One segment: there is one order. */
    @Bean
    ConfigurerModule sequencing() {
        return configurer -> configurer.eventProcessing(processing -> processing.registerPooledStreamingEventProcessorConfiguration(
                Sequencer.NAME, (c, processor) -> processor
                        .initialSegmentCount(1)
                        .initialToken(StreamableMessageSource::createTailToken)
                        .batchSize(BATCH)
                        .tokenClaimInterval(1_000)
                        .claimExtensionThreshold(2_000)));
    }

    @Bean
    EntryProofs entryProofs(LogTables tables, MerkleTree tree, NoteKey key) {
        return new EntryProofs(tables, tree, key);
    }

    @Bean
    HeadsTables headsTables(JdbcTemplate jdbc) {
        return new HeadsTables(jdbc);
    }

    /** Fills what is empty in the trees of heads. */
    @Bean
    KeyedHash emptySlots(KeyFolder keys) {
        return new KeyedHash(keys.getOrCreate("empty-slots-000001"));
    }

    @Bean
    CompletenessStatements completenessStatements(
            HeadsTables heads, LogTables tables, EntryProofs proofs, NoteKey key, VaultKeys keys, KeyedHash emptySlots, PlatformTransactionManager transactions) {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new CompletenessStatements(heads, tables, proofs, key, keys, emptySlots, snapshot);
    }

    @Bean
    SchedulingConfigurer headsEpochs(
            LogTables tables,
            HeadsTables heads,
            VaultKeys keys,
            KeyedHash emptySlots,
            PlatformTransactionManager transactions,
            @Value("${innsyn.log.heads-every:1m}") Duration every,
            Clock clock) {
        var epochs = new HeadsEpochs(tables, heads, keys, emptySlots, new TransactionTemplate(transactions), every, clock);
        return schedule -> schedule.addFixedDelayTask(epochs::run, Duration.ofMillis(500));
    }

    @Bean
    LogCheck logCheck(LogTables tables) {
        return new LogCheck(tables);
    }

    @Bean
    SchedulingConfigurer checkpoints(LogTables tables, MerkleTree tree, NoteKey key, Clock clock) {
        var checkpoints = new Checkpoints(tables, tree, key, clock);
        return schedule -> schedule.addFixedDelayTask(checkpoints::publish, Duration.ofMillis(500));
    }
}
