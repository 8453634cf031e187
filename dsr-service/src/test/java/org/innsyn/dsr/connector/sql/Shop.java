package org.innsyn.dsr.connector.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.innsyn.dsr.connector.Account;
import org.innsyn.engines.TestEngines;
import org.springframework.jdbc.core.JdbcTemplate;

/** A small shop's database on a real PostgreSQL: what {@code shop.yaml} describes, and two customers. */
public final class Shop implements AutoCloseable {

    public static final Account ANN = new Account("ann@shop");
    public static final Account BO = new Account("bo@shop");

    private static final String SCHEMA = """
            create table customers (id bigint primary key, account text unique, name text not null, email text not null unique,
                                    phone text, joined_at timestamptz not null);
            create table subscriptions (id uuid primary key, customer_id bigint not null references customers, plan text);
            create table invoices (number bigint primary key, customer_id bigint not null references customers,
                                   subscription_id uuid references subscriptions, issued_on date not null, amount numeric(10,2));
            create table cases (id bigint primary key, customer_id bigint not null references customers, topic text);
            create table messages (id bigint primary key, case_id bigint not null references cases, body text);
            """;

    private final HikariDataSource database;
    private final JdbcTemplate jdbc;

    public Shop() {
        var made = TestEngines.database("shop");
        var config = new HikariConfig();
        config.setJdbcUrl(made.url());
        config.setUsername(made.user());
        config.setPassword(made.password());
        config.setMaximumPoolSize(3);
        this.database = new HikariDataSource(config);
        this.jdbc = new JdbcTemplate(database);
        jdbc.execute(SCHEMA);
        addCustomer(1, ANN.value());
        addCustomer(2, BO.value());
    }

    /** Two subscriptions, invoices of 2019 (on the second subscription) and 2024 (on the first), two cases with a message each. */
    public void addCustomer(long id, String account) {
        jdbc.update("insert into customers values (?, ?, 'Name ' || ?, ?, '+47 000', '2020-02-29T12:00:00Z')",
                id, account, id, account);
        var current = new UUID(0, id * 10 + 1);
        var former = new UUID(0, id * 10 + 2);
        jdbc.update("insert into subscriptions values (?, ?, 'current'), (?, ?, 'former')", current, id, former, id);
        jdbc.update("insert into invoices values (?, ?, ?, '2019-12-31', 10.50), (?, ?, ?, '2024-01-01', 20.00)",
                id * 10 + 1, id, former, id * 10 + 2, id, current);
        jdbc.update("insert into cases values (?, ?, 'login'), (?, ?, 'billing')", id * 10 + 1, id, id * 10 + 2, id);
        jdbc.update("insert into messages values (?, ?, '=cmd|x'), (?, ?, 'It''s \"fine\"')",
                id * 10 + 1, id * 10 + 1, id * 10 + 2, id * 10 + 2);
    }

    public HikariDataSource database() {
        return database;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    public SqlConnector connector(java.time.Clock clock) {
        return new SqlConnector(dataset(), database, clock);
    }

    static Dataset dataset() {
        return new DatasetReader().read(java.nio.file.Path.of("src/test/resources/datasets/shop.yaml"));
    }

    /** How many records there are in a table, of everybody. */
    public long count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    @Override
    public void close() {
        database.close();
    }
}
