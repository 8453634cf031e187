package org.innsyn.platform.eventstore;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Axon over this service's PostgreSQL schema. The service gives its {@link EventTypes} and, where released events changed shape, its
 * upcasters.
 */
@Configuration(proxyBeanMethods = false)
public class EventStoreConfiguration {

    /** Events read from the store in one query. */
    static final int READ_BATCH = 1_000;

    /** Without this bean Axon runs without transactions, and says nothing. */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    /** One connection for all that a unit of work does. */
    @Bean
    ConnectionProvider axonConnections(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    /** Tokens of a replay nest another token as a typed object; only Axon's and ours are let in. */
    @Bean
    Jackson3SerializerCustomizer tokensMayNest() {
        return mapper -> mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.eventhandling.")
                .allowIfSubType(CommitOrderToken.class)
                .build());
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(EventTypes types) {
        return new NamedEventSerializer(types);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer events,
            Serializer general,
            ObjectProvider<EventUpcaster> upcasters,
            ObjectProvider<CurrentStates> states) {
        return new CommitOrderEventStorageEngine(
                connections,
                transactions,
                events,
                general,
                new EventUpcasterChain(upcasters.orderedStream().toList()),
                states.getIfAvailable(() -> aggregate -> Optional.empty()),
                READ_BATCH);
    }

    /** A commit overtaken by a longer transaction becomes readable when that one ends: the store looks again this often. */
    @Bean
    EmbeddedEventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).fetchDelay(100).cachedEvents(10_000).build();
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer general) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(general)
                .contentType(byte[].class)
                .schema(TokenSchema.builder()
                        .setTokenTable("processor_token")
                        .setProcessorNameColumn("processor_name")
                        .setSegmentColumn("segment")
                        .setTokenColumn("token")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("written_at")
                        .setOwnerColumn("owner")
                        .build())
                .build();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
