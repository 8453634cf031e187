package org.innsyn.platform;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.innsyn.engines.TestDatabase;
import org.innsyn.engines.TestEngines;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh database with the platform's tables. */
public final class Database {

    private final TestDatabase database;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public Database() {
        database = TestEngines.database("platform");
        var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure().dataSource(source).locations("classpath:db/platform").load().migrate();
        jdbc = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    public TransactionTemplate transaction() {
        return transaction;
    }

    /** Where it is, for another process. */
    public TestDatabase itself() {
        return database;
    }

    public static UUID someone() {
        return UUID.randomUUID();
    }
}
