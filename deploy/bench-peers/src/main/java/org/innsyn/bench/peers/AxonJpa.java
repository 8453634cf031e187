package org.innsyn.bench.peers;

import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/** Axon's own JPA event store, in the tables Hibernate makes for it. */
@Configuration(proxyBeanMethods = false)
@Profile({"axon-jpa", "axon-jpa-100"})
@EntityScan(basePackageClasses = DomainEventEntry.class)
class AxonJpa {

    @Bean
    Keeper keeper(EntityManagerFactory entities, DataSource source, PlatformTransactionManager transactions) throws SQLException {
        var manager = new SpringTransactionManager(transactions);
        return new AxonKeeper(JpaEventStorageEngine.builder()
                .entityManagerProvider(new SimpleEntityManagerProvider(SharedEntityManagerCreator.createSharedEntityManager(entities)))
                .dataSource(source)
                .transactionManager(manager)
                .eventSerializer(AxonKeeper.serializer())
                .snapshotSerializer(AxonKeeper.serializer())
                .build(), manager);
    }
}
