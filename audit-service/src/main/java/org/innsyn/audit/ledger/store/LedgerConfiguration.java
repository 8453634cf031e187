package org.innsyn.audit.ledger.store;

import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.continuity.Continuity;
import org.innsyn.audit.hashing.HashKeys;
import org.innsyn.audit.hashing.HashRotation;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.policy.PolicyInForce;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    LockedHeads lockedHeads() {
        return new LockedHeads();
    }

    @Bean
    LedgerHeads ledgerHeads(JdbcTemplate jdbc) {
        return new LedgerHeads(jdbc);
    }

    @Bean
    LedgerUnits ledgerUnits(EventStore events, LedgerHeads heads, LockedHeads locked, TransactionManager transactions) {
        return new LedgerUnits(new AccessLedgers(events, locked), heads, transactions);
    }

    @Bean
    Races races() {
        return new Races();
    }

    @Bean
    HouseLedgers houseLedgers(LedgerHeads heads, LedgerUnits units, RandomSource random, Clock clock, Races races) {
        return new HouseLedgers(heads, units, random, clock, races);
    }

    @Bean
    EntryDetails entryDetails(JdbcTemplate jdbc, VaultKeys keys) {
        return new EntryDetails(jdbc, keys);
    }

    @Bean
    HashKeys actorKeys(JdbcTemplate jdbc, KeyFolder folder, Clock clock) {
        return new HashKeys(jdbc, folder, "actors", "actor", clock);
    }

    @Bean
    Actors actors(JdbcTemplate jdbc, HashKeys actorKeys, VaultKeys keys, RandomSource random) {
        return new Actors(jdbc, actorKeys, keys, random);
    }

    @Bean
    HashRotation actorRotation(HashKeys actorKeys, JdbcTemplate jdbc, Actors actors, TransactionTemplate transaction) {
        return new HashRotation(actorKeys, new ActorRows(jdbc, actors), transaction);
    }

    @Bean
    HashKeys reportKeys(JdbcTemplate jdbc, KeyFolder folder, Clock clock) {
        return new HashKeys(jdbc, folder, ReportKeys.NAME, "reported_event", clock, ReportKeys.BESIDE);
    }

    @Bean
    ReportHashes reportHashes(HashKeys reportKeys) {
        return new ReportHashes(reportKeys);
    }

    @Bean
    ReportedEvents reportedEvents(JdbcTemplate jdbc, HashKeys reportKeys) {
        return new ReportedEvents(jdbc, reportKeys);
    }

    @Bean
    HashRotation reportRotation(HashKeys reportKeys, ReportedEvents reported, TransactionTemplate transaction) {
        return new HashRotation(reportKeys, reported, transaction);
    }

    @Bean
    Recorder recorder(
            LedgerUnits units,
            Identities identities,
            HouseLedgers house,
            JdbcTemplate jdbc,
            ReportHashes hashes,
            ReportedEvents reported,
            EntryDetails details,
            Actors actors,
            VaultKeys keys,
            PolicyInForce policy,
            RandomSource random,
            Continuity continuity,
            Clock clock,
            Races races) {
        return new Recorder(units, identities, house, hashes, reported, details, actors, keys, policy, new Erasures(identities, jdbc), random, continuity, clock, races);
    }

    @Bean
    WaitingRoom waitingRoom(
            @Value("${innsyn.recording.waiting-entries}") long entries, @Value("${innsyn.recording.waiting-bytes}") DataSize bytes, Clock clock) {
        return new WaitingRoom(entries, bytes.toBytes(), clock);
    }

    @Bean(destroyMethod = "close")
    GroupCommit groupCommit(Recorder recorder, WaitingRoom room, @Value("${innsyn.recording.writers}") int writers) {
        return new GroupCommit(recorder, room, writers);
    }

    @Bean
    Shredder shredder(JdbcTemplate jdbc, LedgerUnits units, LedgerHeads heads, EntryDetails details, VaultKeys keys, Identities identities, Clock clock) {
        return new Shredder(jdbc, units, heads, details, keys, identities, clock);
    }
}
