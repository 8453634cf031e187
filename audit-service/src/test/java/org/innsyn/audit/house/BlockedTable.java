package org.innsyn.audit.house;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.innsyn.engines.TestDatabase;

/** Another connection that holds a table locked, so that whoever writes to it really waits. */
public final class BlockedTable implements AutoCloseable {

    private final Connection connection;

    public BlockedTable(AuditHouse house, String table) {
        TestDatabase database = house.testDatabase();
        try {
            connection = DriverManager.getConnection(database.url(), database.user(), database.password());
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table audit." + table + " in exclusive mode");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
