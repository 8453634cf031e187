package org.innsyn.audit.report;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.breach.store.Breaches;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.audit.ledger.store.EntryDetails;
import org.innsyn.audit.transparency.LogExtract;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.files.Scratch;
import org.innsyn.platform.files.SealedFolder;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    @Bean
    ReportRows reportRows(JdbcTemplate jdbc, RandomSource random, Clock clock) {
        return new ReportRows(jdbc, random, clock);
    }

    @Bean
    Surroundings reportSurroundings(JdbcTemplate jdbc, EventStore events, Breaches breaches) {
        return new Surroundings(jdbc, events, breaches);
    }

    @Bean
    SealedFolder reportFolder(@Value("${innsyn.reports.directory}") Path directory) {
        return new SealedFolder(directory);
    }

    @Bean
    ReportKeys reportSigningKeys(JdbcTemplate jdbc, TransactionTemplate transaction, KeyFolder folder, @Value("${innsyn.log.origin}") String origin, Clock clock) {
        return new ReportKeys(jdbc, transaction, folder, origin, clock);
    }

    @Bean
    BundleWriter bundleWriter(LogExtract log, EventStorageEngine events, JdbcTemplate jdbc, EntryDetails details, Actors actors, Surroundings surroundings, ReportKeys signing,
            RandomSource random, @Value("${innsyn.reports.directory}") Path directory) {
        return new BundleWriter(new LoggedEntries(log, events, jdbc, details, actors), log, surroundings, new Scratch(directory.resolve("scratch"), random), signing);
    }

    @Bean
    ReportMaker reportMaker(ReportRows rows, BundleWriter bundles, LogExtract log, SealedFolder reportFolder, VaultKeys keys, RandomSource random,
            PlatformTransactionManager transactions, @Value("${innsyn.reports.life:30d}") Duration life, Clock clock) {
        return new ReportMaker(rows, bundles, log, reportFolder, keys, random,
                new TransactionTemplate(transactions), life, clock);
    }

    @Bean
    ReportWorker reportWorker(ReportRows rows, ReportMaker maker) {
        return new ReportWorker(rows, maker);
    }
}
