package org.innsyn.dsr.connector.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.innsyn.dsr.connector.Account;
import org.innsyn.engines.TestDatabase;
import org.innsyn.engines.TestEngines;
import org.springframework.jdbc.core.JdbcTemplate;

/** A small shop's database on a real PostgreSQL or MariaDB: what {@code shop.yaml} describes, and two customers. */
public final class Shop implements AutoCloseable {

    public static final Account ANN = new Account("ann@shop");
    public static final Account BO = new Account("bo@shop");

    private static final String SCHEMA = """
            create table customers (id bigint primary key, account text unique, name text not null, email text not null unique,
                                    phone text, joined_at timestamptz not null, restricted boolean);
            create table subscriptions (id uuid primary key, customer_id bigint not null references customers, plan text);
            create table invoices (number bigint primary key, customer_id bigint not null references customers,
                                   subscription_id uuid references subscriptions, issued_on date not null, amount numeric(10,2));
            create table cases (id bigint primary key, customer_id bigint not null references customers, topic text);
            create table messages (id bigint primary key, case_id bigint not null references cases, body text);
            """;

    private static final String MARIA_SCHEMA = """
            create table customers (id bigint primary key, account varchar(200) unique, name varchar(200) not null,
                                    email varchar(200) not null unique, phone varchar(50), joined_at timestamp not null, restricted boolean);
            create table subscriptions (id uuid primary key, customer_id bigint not null references customers (id), plan text);
            create table invoices (number bigint primary key, customer_id bigint not null references customers (id),
                                   subscription_id uuid references subscriptions (id), issued_on date not null, amount numeric(10,2));
            create table cases (id bigint primary key, customer_id bigint not null references customers (id), topic text);
            create table messages (id bigint primary key, case_id bigint not null references cases (id), body text);
            """;

    private static final List<String> TABLES = List.of("customers", "subscriptions", "invoices", "cases", "messages");

    private final HikariDataSource database;
    private final JdbcTemplate jdbc;
    private final boolean maria;

    public Shop() {
        this(TestEngines.database("shop"), SCHEMA, false);
    }

    /** The same shop on MariaDB. */
    static Shop onMariaDb() {
        var made = TestEngines.mariaDatabase("shop");
        var zoned = made.url() + "?allowMultiQueries=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";
        return new Shop(new TestDatabase(zoned, made.user(), made.password()), MARIA_SCHEMA, true);
    }

    private Shop(TestDatabase made, String schema, boolean maria) {
        this.maria = maria;
        var config = new HikariConfig();
        config.setJdbcUrl(made.url());
        config.setUsername(made.user());
        config.setPassword(made.password());
        config.setMaximumPoolSize(3);
        this.database = new HikariDataSource(config);
        this.jdbc = new JdbcTemplate(database);
        jdbc.execute(schema);
        addCustomer(1, ANN.value());
        addCustomer(2, BO.value());
    }

    /** Two subscriptions, invoices of 2019 (on the second subscription) and 2024 (on the first), two cases with a message each. */
    public void addCustomer(long id, String account) {
        jdbc.update("insert into customers values (?, ?, ?, ?, '+47 000', ?, null)",
                id, account, "Name " + id, account, Timestamp.from(Instant.parse("2020-02-29T12:00:00Z")));
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

    /** From now on nothing can be removed from a table. */
    void refuseRemovals(String table) {
        jdbc.execute(maria
                ? "create trigger refuse before delete on %s for each row signal sqlstate '45000' set message_text = 'no'".formatted(table)
                : """
                create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no: %%', old; end $$;
                create trigger refuse before delete on %s for each row execute function refuse()""".formatted(table));
    }

    /** The state such a refusal is reported with. */
    String refusal() {
        return maria ? "45000" : "P0001";
    }

    static Dataset dataset() {
        return new DatasetReader().read(java.nio.file.Path.of("src/test/resources/datasets/shop.yaml"));
    }

    /** Copies every table as it is now; what was copied before is let go. */
    public void backUp() {
        TABLES.forEach(table -> jdbc.execute("drop table if exists backup_" + table));
        TABLES.forEach(table -> jdbc.execute("create table backup_%1$s as table %1$s".formatted(table)));
    }

    /** Puts every table back as it was copied, and nothing else. */
    public void restore() {
        jdbc.execute("truncate " + String.join(", ", TABLES));
        TABLES.forEach(table -> jdbc.execute("insert into %1$s select * from backup_%1$s".formatted(table)));
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
