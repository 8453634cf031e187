package org.innsyn.bench.peers;

import javax.sql.DataSource;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Axon's own JDBC event store, in its own tables. */
@Configuration(proxyBeanMethods = false)
@Profile({"axon-jdbc", "axon-jdbc-100"})
class AxonJdbc {

    @Bean
    Keeper keeper(DataSource source, PlatformTransactionManager transactions) {
        var manager = new SpringTransactionManager(transactions);
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(source)))
                .transactionManager(manager)
                .eventSerializer(AxonKeeper.serializer())
                .snapshotSerializer(AxonKeeper.serializer())
                .build();
        new TransactionTemplate(transactions).executeWithoutResult(t -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        return new AxonKeeper(engine, manager);
    }
}
