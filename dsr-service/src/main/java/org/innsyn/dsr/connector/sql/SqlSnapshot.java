package org.innsyn.dsr.connector.sql;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.Snapshot;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.connector.Trace;
import org.innsyn.dsr.request.ItemKey;
import org.jspecify.annotations.Nullable;

/** One read-only transaction in which every read sees the same moment (repeatable read). */
final class SqlSnapshot implements Snapshot {

    private final Dataset dataset;
    private final Account account;
    private final Connection connection;
    private final Session session;
    private final Trace trace;

    SqlSnapshot(Dataset dataset, Account account, Connection connection) throws SQLException {
        this.dataset = dataset;
        this.account = account;
        this.connection = connection;
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        this.session = new Session(dataset, connection);
        this.trace = session.trace(account);
    }

    @Override
    public Title title(ItemKey item) {
        return Title.of(dataset.table(item.name()).title());
    }

    @Override
    public Content content(ItemKey item) {
        Table table = dataset.table(item.name());
        return new Content.Rows() {
            @Override
            public List<String> fields() {
                return table.columns().stream().map(Table.Column::name).toList();
            }

            @Override
            public long read(Content.RowReader reader) throws IOException {
                return SqlSnapshot.this.read(table, reader);
            }
        };
    }

    private long read(Table table, Content.RowReader reader) throws IOException {
        var by = table.belongsTo() == null ? List.of(account.value()) : trace.of(table.belongsTo().table());
        long[] rows = {0};
        try {
            session.rows(table, by, row -> {
                reader.row(values(row, table.columns().size()));
                rows[0]++;
            });
        } catch (SQLException e) {
            throw SqlConnector.unavailable(dataset, e);
        }
        return rows[0];
    }

    private static List<@Nullable Object> values(ResultSet row, int columns) throws SQLException {
        var values = new ArrayList<@Nullable Object>(columns);
        for (int i = 1; i <= columns; i++) {
            values.add(plain(row, i));
        }
        return values;
    }

    /** Text, number, boolean or null; dates and times as ISO 8601, bytes as Base64. */
    private static @Nullable Object plain(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return switch (value) {
            case null -> null;
            case Boolean flag -> flag;
            case BigDecimal number -> number;
            case Number number -> number;
            case java.sql.Timestamp _ -> time(row, column);
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            default -> row.getString(column);
        };
    }

    /** A moment where the database keeps moments; what a clock showed where it keeps that. */
    private static String time(ResultSet row, int column) throws SQLException {
        return switch (row.getMetaData().getColumnTypeName(column)) {
            case "timestamptz" -> row.getObject(column, OffsetDateTime.class).toInstant().toString();
            // MariaDB's; PostgreSQL writes its type of that name, which knows no zone, in small letters.
            case "TIMESTAMP" -> row.getTimestamp(column).toInstant().toString();
            default -> row.getObject(column, LocalDateTime.class).toString();
        };
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw SqlConnector.unavailable(dataset, e);
        }
    }
}
