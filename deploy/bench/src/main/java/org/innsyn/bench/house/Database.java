package org.innsyn.bench.house;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * One database of the measured PostgreSQL.
 *
 * @param url JDBC address without parameters
 * @param user who owns it
 * @param password of the owner
 */
public record Database(String url, String user, String password) {

    /** A row of a result as it is turned into something. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A new connection, in auto-commit mode, that sees the service's tables and its own without a prefix. */
    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("currentSchema", "audit,public");
        properties.setProperty("reWriteBatchedInserts", "true");
        return DriverManager.getConnection(url, properties);
    }

    public <T> List<T> query(Row<T> mapper, String sql, Object... values) {
        try (var connection = connect(); var statement = prepare(connection, sql, values); var rows = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(mapper.of(rows));
            }
            return all;
        } catch (SQLException problem) {
            throw new IllegalStateException("the database refused: " + sql, problem);
        }
    }

    public long number(String sql, Object... values) {
        return query(row -> row.getLong(1), sql, values).getFirst();
    }

    public void run(String sql) {
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException problem) {
            throw new IllegalStateException("the database refused: " + sql, problem);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
