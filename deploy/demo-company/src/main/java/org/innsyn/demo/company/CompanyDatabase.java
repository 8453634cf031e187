package org.innsyn.demo.company;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;

/** Makes the company's tables and fills them, in one transaction: half a company never exists. */
public final class CompanyDatabase {

    private static final int CUSTOMERS = 1_000;
    private static final long SEED = 8_470;

    private final Connection connection;
    private final Clock clock;

    /** @param connection without auto-commit, as the owner of the database */
    public CompanyDatabase(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** Does nothing when there are customers' tables already. */
    public void createIfMissing() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (exists(statement)) {
                return;
            }
            statement.execute(schema());
        }
        new CustomerSeed(connection, new CustomerGenerator(SEED, clock)).insert(CUSTOMERS);
        connection.commit();
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select to_regclass('public.customers') is not null")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static String schema() {
        try (InputStream resource = CompanyDatabase.class.getResourceAsStream("schema.sql")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
