package org.innsyn.audit.transparency;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.StreamableMessageSource;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.NoteKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

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
    LogCheck logCheck(LogTables tables) {
        return new LogCheck(tables);
    }

    @Bean
    SchedulingConfigurer checkpoints(LogTables tables, MerkleTree tree, NoteKey key, Clock clock) {
        var checkpoints = new Checkpoints(tables, tree, key, clock);
        return schedule -> schedule.addFixedDelayTask(checkpoints::publish, Duration.ofMillis(500));
    }
}
