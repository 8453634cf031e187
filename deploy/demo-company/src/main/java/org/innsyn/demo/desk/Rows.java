package org.innsyn.demo.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Plain SQL with little ceremony. */
final class Rows {

    private Rows() {}

    static List<Map<String, Object>> query(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.put(result.getMetaData().getColumnLabel(column), result.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** Some row of a table, found by its key so that a big table is not read through. */
    static Optional<Map<String, Object>> any(
            Connection connection, RandomGenerator random, String columns, String from, String key, String where)
            throws SQLException {
        long highest = ((Number) query(connection, "select coalesce(max(%s), 0) as n from %s".formatted(key, from)).getFirst().get("n")).longValue();
        if (highest == 0) {
            return Optional.empty();
        }
        long start = 1 + random.nextLong(highest);
        String select = "select %s from %s where %s >= ? and %s order by %s limit 1".formatted(columns, from, key, where, key);
        return query(connection, select, start).stream().findFirst();
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
