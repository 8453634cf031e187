package org.innsyn.local;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the demo company's own database holds of a customer, read without anything of ours in between. */
final class CompanyRows {

    private static final Map<String, String> TABLES = Map.of(
            "customers", "select * from customers where account = ?",
            "subscriptions", "select t.* from subscriptions t join customers c on c.id = t.customer_id where c.account = ?",
            "invoices", "select t.* from invoices t join customers c on c.id = t.customer_id where c.account = ?",
            "domains", "select t.* from domains t join customers c on c.id = t.customer_id where c.account = ?",
            "aliases", "select t.* from aliases t join customers c on c.id = t.customer_id where c.account = ?",
            "support_cases", "select t.* from support_cases t join customers c on c.id = t.customer_id where c.account = ?",
            "support_messages", "select t.* from support_messages t join support_cases s on s.id = t.case_id"
                    + " join customers c on c.id = s.customer_id where c.account = ?");

    private final Properties database;

    /** @param database the demo company's own settings */
    CompanyRows(Properties database) {
        this.database = database;
    }

    /** Every table with the customer's rows, each a column's name to its value in one spelling. */
    Map<String, List<Map<String, String>>> of(String account) throws SQLException {
        var rows = new TreeMap<String, List<Map<String, String>>>();
        try (Connection connection = DriverManager.getConnection(
                database.getProperty("database.url"),
                database.getProperty("database.user"),
                database.getProperty("database.password"))) {
            for (var table : TABLES.entrySet()) {
                rows.put(table.getKey(), read(connection, table.getValue(), account));
            }
        }
        return rows;
    }

    private static List<Map<String, String>> read(Connection connection, String sql, String account) throws SQLException {
        var rows = new ArrayList<Map<String, String>>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, account);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    var row = new LinkedHashMap<String, String>();
                    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                        row.put(result.getMetaData().getColumnName(column), spelled(result.getObject(column)));
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static String spelled(Object value) {
        return switch (value) {
            case null -> "null";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Timestamp at -> at.toInstant().toString();
            default -> value.toString();
        };
    }
}
