package org.innsyn.audit.accesslog;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Clock;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.disclosure.store.Names;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.audit.ledger.store.EntryDetails;
import org.innsyn.audit.ledger.store.GroupCommit;
import org.innsyn.audit.ledger.store.HouseLedgers;
import org.innsyn.audit.ledger.store.LedgerHeads;
import org.innsyn.audit.ledger.store.ReportHashes;
import org.innsyn.audit.transparency.CompletenessStatements;
import org.innsyn.audit.transparency.EntryProofs;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.elasticsearch.VersionedIndex;
import org.innsyn.platform.eventstore.Following;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class AccessLogConfiguration {

    private static final int BATCH = 500;

    @Bean
    AccessLogIndex accessLogIndex(
            ElasticsearchClient client,
            @Value("classpath:access-log.index.json") Resource definition,
            @Value("${innsyn.elasticsearch.access-log-index}") String alias,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions)
            throws IOException {
        var versions = new VersionedIndex(client, alias, definition.getContentAsByteArray());
        versions.ensure();
        new TransactionTemplate(transactions).executeWithoutResult(t -> replaceForeign(versions, jdbc));
        return new AccessLogIndex(client, versions);
    }

    /** After a recovery the index may hold what the database lost. The row is the lock: only the first process to start replaces it. */
    private static void replaceForeign(VersionedIndex versions, JdbcTemplate jdbc) {
        if (jdbc.update("update recovery set index_is_foreign = false where index_is_foreign") > 0) {
            versions.activate(versions.createNext());
            versions.dropOthers();
        }
    }

    @Bean
    AccessLogProjection accessLogProjection(AccessLogIndex index, JdbcTemplate jdbc, Clock clock) {
        return new AccessLogProjection(index, jdbc, clock);
    }

    @Bean
    Unindexing unindexing(JdbcTemplate jdbc, AccessLogIndex index, Clock clock) {
        return new Unindexing(jdbc, index, clock);
    }

    /**
     * Large batches, because each is one bulk request; and an error stops the projection and is tried again, where Axon's default would log
     * it and go on.
     */
    @Bean
    ConfigurerModule accessLogProcessing() {
        return configurer -> configurer.eventProcessing(processing -> {
            processing.usingPooledStreamingEventProcessors()
                    .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance())
                    .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
            Following.configure(processing, AccessLogProjection.NAME, BATCH);
        });
    }

    @Bean
    AccessLogRebuild accessLogRebuild(AccessLogIndex index, EventStorageEngine events, @Lazy EventProcessingConfiguration processing, LedgerHeads heads) {
        return new AccessLogRebuild(index, events, processing, heads);
    }

    @Bean
    AccessLogSearch accessLogSearch(AccessLogIndex index) {
        return new AccessLogSearch(index);
    }

    @Bean
    AccessLogFigures accessLogFigures(AccessLogIndex index) {
        return new AccessLogFigures(index);
    }

    @Bean
    IndexStates indexStates(LedgerHeads heads, AccessLogIndex index, Clock clock) {
        return new IndexStates(heads, index, clock);
    }

    @Bean
    Entries entries(EntryDetails details, Actors actors, Names names) {
        return new Entries(details, actors, names);
    }

    @Bean
    OwnEntries ownEntries(AccessLogIndex index, Identities identities) {
        return new OwnEntries(index, identities);
    }

    @Bean
    ProofsForSubject proofsForSubject(AccessLogIndex index, EventStore events, LedgerHeads heads, EntryDetails details, Actors actors, Names names, EntryProofs proofs,
            CompletenessStatements statements) {
        return new ProofsForSubject(index, events, heads, details, actors, names, proofs, statements);
    }

    @Bean
    ShownEntries shownEntries(AccessLogIndex index, Entries entries, ReadingLog reading) {
        return new ShownEntries(index, entries, reading);
    }

    @Bean
    ReadingLog readingLog(GroupCommit commits, ReportHashes hashes, HouseLedgers house, RandomSource random, Clock clock) {
        return new ReadingLog(commits, hashes, house, random, clock);
    }

    @Bean
    ReportReadings reportReadings(ReadingLog reading, AccessLogIndex index) {
        return new ReportReadings(reading, index);
    }
}
