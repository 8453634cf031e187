package org.innsyn.dsr;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.sql.DatasetReader;
import org.innsyn.dsr.connector.sql.SqlConnector;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Connects every described dataset to the database configured under its name ({@code innsyn.connectors.<dataset>.*}). */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration implements DisposableBean {

    private final List<HikariDataSource> pools = new ArrayList<>();

    @Bean
    Connectors connectors(@Value("${innsyn.datasets.directory}") Path datasets, Environment environment, Clock clock) {
        var connections = Binder.get(environment)
                .bind("innsyn.connectors", Bindable.mapOf(String.class, Connection.class))
                .orElse(Map.of());
        return new Connectors(new DatasetReader().readAll(datasets).stream()
                .map(dataset -> new SqlConnector(dataset, pool(dataset.dataset(), connections), clock))
                .toList());
    }

    /** Opens no connection yet: the service starts, and says what it cannot do, also while a company's system is down. */
    private HikariDataSource pool(String dataset, Map<String, Connection> connections) {
        var connection = connections.get(dataset);
        if (connection == null) {
            throw new IllegalStateException("Dataset " + dataset + " is described but not connected: set innsyn.connectors." + dataset + ".url, username and password.");
        }
        var config = new HikariConfig();
        config.setPoolName("connector-" + dataset);
        config.setJdbcUrl(connection.url());
        config.setUsername(connection.username());
        config.setPassword(connection.password());
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(-1);
        var pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    @Override
    public void destroy() {
        pools.forEach(HikariDataSource::close);
    }

    /** How to reach a database. */
    record Connection(String url, String username, String password) {
        @Override
        public String toString() {
            return "Connection[]";
        }
    }
}
