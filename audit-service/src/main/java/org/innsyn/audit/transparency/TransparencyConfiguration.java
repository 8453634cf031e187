package org.innsyn.audit.transparency;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.innsyn.audit.journal.StoreJournal;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.platform.crypto.NoteVerifierKey;
import org.innsyn.platform.eventstore.Following;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
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

    /** The log's name, as this process goes by it until its end. */
    @Bean
    LogOrigins.Origin logOrigin(JdbcTemplate jdbc) {
        return new LogOrigins(jdbc).current();
    }

    /** The log's keys, named like its origin. */
    @Bean
    LogKeys logKeys(JdbcTemplate jdbc, PlatformTransactionManager transactions, KeyFolder keys, LogOrigins.Origin origin, Clock clock) {
        return new LogKeys(jdbc, new TransactionTemplate(transactions), keys, origin, clock);
    }

    @Bean
    PublishedCheckpoints publishedCheckpoints(
            LogTables tables,
            Environment environment,
            @Value("${innsyn.log.witness-quorum:0}") int quorum,
            @Value("${innsyn.log.witness-patience:10s}") Duration patience,
            Clock clock) {
        if (quorum < 0 || quorum > witnesses(environment).size()) {
            throw new IllegalStateException("innsyn.log.witness-quorum asks for more witnesses than innsyn.log.witnesses names");
        }
        return new PublishedCheckpoints(tables, quorum, patience, clock);
    }

    /** @param key as the witness printed it; @param url where it takes requests */
    record WitnessAddress(String key, URI url) {}

    private static List<WitnessAddress> witnesses(Environment environment) {
        return Binder.get(environment).bind("innsyn.log.witnesses", Bindable.listOf(WitnessAddress.class)).orElse(List.of());
    }

    @Bean
    Cosigners cosigners(LogTables tables, MerkleTree tree, Environment environment, Clock clock) {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        return new Cosigners(witnesses(environment).stream()
                .map(each -> new Cosigning(new Witness(new NoteVerifierKey(each.key()), each.url(), http), tables, tree, clock)).toList());
    }

    @Bean
    Sequencer sequencer(LogTables tables) {
        return new Sequencer(tables);
    }

    /** One segment: there is one order. */
    @Bean
    ConfigurerModule sequencing() {
        return configurer -> configurer.eventProcessing(processing -> Following.configure(processing, Sequencer.NAME, BATCH));
    }

    @Bean
    EntryProofs entryProofs(LogTables tables, MerkleTree tree, PublishedCheckpoints checkpoints, LogKeys keys) {
        return new EntryProofs(tables, tree, checkpoints, keys);
    }

    @Bean
    LogExtract logExtract(JdbcTemplate jdbc, MerkleTree tree, PublishedCheckpoints checkpoints, LogKeys keys) {
        return new LogExtract(jdbc, tree, checkpoints, keys);
    }

    @Bean
    HeadsTables headsTables(JdbcTemplate jdbc) {
        return new HeadsTables(jdbc);
    }

    /** Fills what is empty in the trees of heads. */
    @Bean
    KeyedHash emptySlots(KeyFolder keys, LogOrigins.Origin origin) {
        return new KeyedHash(keys.getOrCreate(LogOrigins.keyId("empty-slots", origin.generation(), 1)));
    }

    @Bean
    CompletenessStatements completenessStatements(
            HeadsTables heads, PublishedCheckpoints checkpoints, EntryProofs proofs, LogKeys logKeys, VaultKeys keys, KeyedHash emptySlots,
            PlatformTransactionManager transactions) {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new CompletenessStatements(heads, checkpoints, proofs, logKeys, keys, emptySlots, snapshot);
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
    SchedulingConfigurer checkpoints(LogTables tables, MerkleTree tree, LogKeys keys, StoreJournal journal, LogOrigins.Origin origin, Clock clock) {
        var checkpoints = new Checkpoints(tables, tree, keys, journal, origin, clock);
        return schedule -> schedule.addFixedDelayTask(checkpoints::publish, Duration.ofMillis(500));
    }
}
