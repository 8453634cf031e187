package org.innsyn.dsr;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.innsyn.dsr.ConnectorSettings.Kind;
import org.innsyn.dsr.connector.Connector;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.kafka.TopicConnector;
import org.innsyn.dsr.connector.kafka.TopicTasks;
import org.innsyn.dsr.connector.manual.ManualConnector;
import org.innsyn.dsr.connector.manual.ManualWork;
import org.innsyn.dsr.connector.sql.DatasetReader;
import org.innsyn.dsr.connector.sql.SqlConnector;
import org.innsyn.dsr.connector.webhook.Callbacks;
import org.innsyn.platform.crypto.RandomSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Connects every described dataset to the database configured under its name ({@code innsyn.connectors.<dataset>.*}), and every other system
 * that is configured there.
 */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration implements DisposableBean {

    private static final Duration TOPIC_PAUSE = Duration.ofMinutes(5);

    private final List<HikariDataSource> pools = new ArrayList<>();

    @Bean
    Connectors connectors(
            @Value("${innsyn.datasets.directory}") Path datasets, Environment environment, SslBundles certificates, ManualWork people, TopicTasks topic, RandomSource random,
            Clock clock) {
        var settings = settings(environment);
        var connectors = new ArrayList<Connector>();
        for (var dataset : new DatasetReader().readAll(datasets)) {
            connectors.add(new SqlConnector(dataset, pool(dataset.dataset(), settings), clock));
        }
        var systems = new AccountSystems(certificates, clock);
        var webhooks = new WebhookSystems(certificates, random, clock);
        settings.forEach((name, its) -> {
            if (its.kind() == Kind.WEBHOOK) {
                connectors.add(webhooks.connect(name, its));
            } else if (its.kind() == Kind.KAFKA) {
                var pause = its.pause() == null ? TOPIC_PAUSE : its.pause();
                connectors.add(new TopicConnector(its.profile(name), topic, pause, its.rectifiableFields(), clock));
            } else if (its.kind() == Kind.MANUAL) {
                connectors.add(new ManualConnector(its.profile(name), its.instructions(name), its.daysOrUsual(), people));
            } else if (!its.isDatabase()) {
                connectors.add(systems.connect(name, its));
            }
        });
        return new Connectors((Collection<Connector>) connectors);
    }

    @Bean
    Callbacks callbacks(Environment environment) {
        return WebhookSystems.callbacks(settings(environment));
    }

    private static Map<String, ConnectorSettings> settings(Environment environment) {
        return Binder.get(environment).bind("innsyn.connectors", Bindable.mapOf(String.class, ConnectorSettings.class)).orElse(Map.of());
    }

    /** Opens no connection yet: the service starts, and says what it cannot do, also while a company's system is down. */
    private HikariDataSource pool(String dataset, Map<String, ConnectorSettings> settings) {
        var connection = settings.get(dataset);
        if (connection == null) {
            throw new IllegalStateException("Dataset " + dataset + " is described but not connected: set innsyn.connectors." + dataset + ".url, username and password.");
        }
        var config = new HikariConfig();
        config.setPoolName("connector-" + dataset);
        config.setJdbcUrl(connection.url());
        config.setUsername(connection.username());
        config.setPassword(connection.secret(dataset));
        String url = Objects.requireNonNull(connection.url());
        DatabaseTls.settings(dataset, url).forEach(config::addDataSourceProperty);
        if (url.startsWith("jdbc:mariadb:")) {
            // Its moments have no zone on the wire: both ends must mean the same one.
            config.addDataSourceProperty("connectionTimeZone", "UTC");
            config.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
        }
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
}
