package org.innsyn.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.engines.PostgresEngine;

/**
 * The databases and who may enter them: {@code innsyn} with a schema and a role for each service, {@code demo} with its
 * owner and the role the connector uses. Making what is there already changes nothing.
 */
final class Databases {

    static final String AUDIT = "audit_service";
    static final String DSR = "dsr_service";
    static final String DEMO = "demo";
    static final String DEMO_CONNECTOR = "demo_dsr";

    private final PostgresEngine postgres;
    private final Secrets secrets;

    Databases(PostgresEngine postgres, Secrets secrets) {
        this.postgres = postgres;
        this.secrets = secrets;
    }

    /** The kept password of a role. */
    String password(String role) {
        return secrets.get("database-" + role);
    }

    void create() throws SQLException {
        try (Connection admin = connect("postgres");
                Statement statement = admin.createStatement()) {
            for (String role : List.of(AUDIT, DSR, DEMO, DEMO_CONNECTOR)) {
                createRole(statement, role);
            }
            createDatabase(statement, "innsyn", "postgres");
            createDatabase(statement, "demo", DEMO);
        }
        try (Connection admin = connect("innsyn");
                Statement statement = admin.createStatement()) {
            statement.execute("create schema if not exists audit authorization " + AUDIT);
            statement.execute("create schema if not exists dsr authorization " + DSR);
            statement.execute("alter role " + AUDIT + " in database innsyn set search_path = audit");
            statement.execute("alter role " + DSR + " in database innsyn set search_path = dsr");
            statement.execute("revoke all on schema public from public");
            statement.execute("grant connect on database innsyn to " + AUDIT + ", " + DSR);
        }
    }

    /** After the demo company has its tables: what the connector of the dsr-service may do with them. */
    void letConnectorIn() throws SQLException {
        try (Connection admin = connect("demo");
                Statement statement = admin.createStatement()) {
            statement.execute("grant connect on database demo to " + DEMO_CONNECTOR);
            statement.execute("grant usage on schema public to " + DEMO_CONNECTOR);
            statement.execute("grant select, update, delete on all tables in schema public to " + DEMO_CONNECTOR);
        }
    }

    /** The demo customers who get an account to sign in with: the longest-standing ones. */
    List<DemoCustomer> firstCustomers(int count) throws SQLException {
        List<DemoCustomer> customers = new ArrayList<>();
        try (Connection admin = connect("demo");
                Statement statement = admin.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select account, name from customers order by customer_number limit " + count)) {
            while (rows.next()) {
                customers.add(new DemoCustomer(rows.getString("account"), rows.getString("name")));
            }
        }
        return customers;
    }

    /** A generated customer. */
    record DemoCustomer(String account, String name) {
        /** Not even a generated name belongs in a log. */
        @Override
        public String toString() {
            return "DemoCustomer[" + account + "]";
        }
    }

    private void createRole(Statement statement, String role) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
            statement.execute("create role " + role + " login");
        }
        // Set every time, so that a home whose secrets were replaced heals itself.
        statement.execute("alter role " + role + " password '" + password(role) + "'");
    }

    private static void createDatabase(Statement statement, String name, String owner) throws SQLException {
        if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
            statement.execute("create database " + name + " owner " + owner);
        }
        statement.execute("revoke all on database " + name + " from public");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), postgres.adminUser(), postgres.adminPassword());
    }
}
