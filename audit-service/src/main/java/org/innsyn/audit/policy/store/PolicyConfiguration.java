package org.innsyn.audit.policy.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.ledger.store.Actors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    StaffNames staffNames(Actors actors, Clock clock) {
        return new StaffNames(actors, clock);
    }

    @Bean
    NewestPolicy newestPolicy(JdbcTemplate jdbc, EventStore events, StaffNames names) {
        return new NewestPolicy(jdbc, events, names);
    }

    @Bean
    KeptStaffNames keptStaffNames(NewestPolicy newest, StaffNames names) {
        return new KeptStaffNames(newest, names);
    }

    /** Where the company's days begin. */
    @Bean
    ZoneId policyZone(@Value("${innsyn.policy.zone}") ZoneId zone) {
        return zone;
    }

    @Bean
    PolicyReplay policyReplay(EventStorageEngine events, NewestPolicy newest) {
        return new PolicyReplay(events, newest);
    }

    /**
     * What is published at the first start, where nothing was: {@code innsyn.policy.table} and {@code innsyn.policy.staff}. Without a
     * table nothing is allowed, and every access is outside policy.
     */
    @Bean
    Publisher policyPublisher(
            EventStore events,
            TransactionManager transactions,
            NewestPolicy newest,
            StaffNames names,
            Clock clock,
            @Value("${innsyn.policy.table:#{null}}") Path table,
            @Value("${innsyn.policy.staff:#{null}}") Path staff,
            ZoneId policyZone) {
        var publisher = new Publisher(events, transactions, newest, names, clock);
        new FirstPolicy(newest, publisher).publish(table, staff, policyZone);
        return publisher;
    }
}
