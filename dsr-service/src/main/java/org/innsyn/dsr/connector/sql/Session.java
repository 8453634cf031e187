package org.innsyn.dsr.connector.sql;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Trace;
import org.jspecify.annotations.Nullable;

/** One connection and what is asked over it. Long lists of keys go in groups. */
final class Session {

    private static final int KEYS_AT_ONCE = 500;
    private static final Set<Integer> TEXT = Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.CLOB);

    private final Dataset dataset;
    private final Connection connection;
    private final Sql sql;
    private final Map<String, Map<String, Integer>> types = new HashMap<>();

    Session(Dataset dataset, Connection connection) throws SQLException {
        this.dataset = dataset;
        this.connection = connection;
        this.sql = new Sql(dataset, connection.getMetaData().getIdentifierQuoteString());
    }

    Sql sql() {
        return sql;
    }

    /** All of it, or nothing. */
    void atomically(Changes changes) throws SQLException {
        connection.setAutoCommit(false);
        try {
            changes.make();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    interface Changes {
        void make() throws SQLException;
    }

    /** Follows the references outward from the account. */
    Trace trace(Account account) throws SQLException {
        Map<String, List<String>> keys = new HashMap<>();
        Map<String, Long> found = new HashMap<>();
        for (var table : dataset.tables()) {
            var by = table.belongsTo() == null ? List.of(account.value()) : keys.get(table.belongsTo().table());
            note(table, by, keys, found);
        }
        return new Trace(keys, found);
    }

    /** Follows the references outward from records already known, and locks those that hang on nothing. */
    Trace traceAgain(Trace known) throws SQLException {
        Map<String, List<String>> keys = new HashMap<>();
        for (var table : dataset.tables()) {
            if (table.belongsTo() == null) {
                keys.put(table.name(), strings(table, table.key(), known.of(table.name()), size -> sql.lock(table, size)));
            } else {
                note(table, keys.get(table.belongsTo().table()), keys, new HashMap<>());
            }
        }
        return new Trace(keys, Map.of());
    }

    private void note(Table table, List<String> by, Map<String, List<String>> keys, Map<String, Long> found) throws SQLException {
        if (isRoot(table) || hasDependants(table)) {
            keys.put(table.name(), strings(table, table.foundBy(), by, size -> sql.keysOf(table, size)));
        }
        found.put(table.name(), sum(Slice.all(table), LocalDate.EPOCH, table.foundBy(), by, sql::count));
    }

    private static boolean isRoot(Table table) {
        return table.belongsTo() == null;
    }

    private boolean hasDependants(Table table) {
        return dataset.tables().stream().anyMatch(other -> other.belongsTo() != null && other.belongsTo().table().equals(table.name()));
    }

    /** By which column a traced table's records are found, and with which values. */
    Found found(Table table, Trace trace) {
        return isRoot(table)
                ? new Found(table.key(), trace.of(table.name()))
                : new Found(table.belongsTo().column(), trace.of(table.belongsTo().table()));
    }

    record Found(String by, List<String> values) {}

    /** Where one of the person's records is: the only one, or the one of that key; empty when it is not exactly one. */
    Optional<Found> one(Table table, Trace trace, @Nullable String key) throws SQLException {
        var found = found(table, trace);
        var keys = strings(table, found.by(), found.values(), size -> sql.keys(table, found.by(), size));
        var meant = key == null ? keys : keys.stream().filter(key::equals).toList();
        return meant.size() == 1 ? Optional.of(new Found(table.key(), meant)) : Optional.empty();
    }

    long count(Slice slice, LocalDate today, Trace trace) throws SQLException {
        var found = found(slice.table(), trace);
        return sum(slice, today, found.by(), found.values(), sql::count);
    }

    /** Adds up what a counting statement says for each group of values. */
    long sum(Slice slice, LocalDate today, String by, List<String> values, Statement statement) throws SQLException {
        long total = 0;
        for (var group : groups(values)) {
            try (var prepared = prepare(statement.of(slice, by, group.size()), slice, today, by, group);
                    var rows = prepared.executeQuery()) {
                rows.next();
                total += rows.getLong(1);
            }
        }
        return total;
    }

    /** Runs a changing statement for each group of values. */
    long change(Slice slice, LocalDate today, Trace trace, Statement statement) throws SQLException {
        var found = found(slice.table(), trace);
        long changed = 0;
        for (var group : groups(found.values())) {
            try (var prepared = prepare(statement.of(slice, found.by(), group.size()), slice, today, found.by(), group)) {
                changed += prepared.executeUpdate();
            }
        }
        return changed;
    }

    /** Has columns of one record say something else. @param values by column */
    void correct(Table table, Found found, Map<String, String> values) throws SQLException {
        var columns = List.copyOf(values.keySet());
        try (var prepared = prepareWith(sql.correct(table, columns, found.by(), found.values().size()), table, columns, values, found)) {
            prepared.executeUpdate();
        }
    }

    /** What columns of one record say, as text; empty for one that says nothing. */
    Map<String, String> values(Table table, Found found, Collection<String> columns) throws SQLException {
        var values = new TreeMap<String, String>();
        try (var prepared = prepareWith(sql.values(table, List.copyOf(columns), found.by(), found.values().size()), table, List.of(), Map.of(), found);
                var rows = prepared.executeQuery()) {
            if (rows.next()) {
                int at = 1;
                for (String column : columns) {
                    String value = rows.getString(at++);
                    if (value != null) {
                        values.put(column, value);
                    }
                }
            }
        }
        return values;
    }

    /** Whether they say exactly that now: text letter by letter, everything else as the database compares it. */
    boolean says(Table table, Found found, Map<String, String> values) throws SQLException {
        var columns = List.copyOf(values.keySet());
        try (var prepared = prepareWith(sql.saying(table, columns, found.by(), found.values().size()), table, columns, values, found);
                var rows = prepared.executeQuery()) {
            boolean says = rows.next();
            for (int i = 0; says && i < columns.size(); i++) {
                says = !TEXT.contains(types(table).get(columns.get(i))) || values.get(columns.get(i)).equals(rows.getString(i + 1));
            }
            return says;
        }
    }

    private PreparedStatement prepareWith(String statement, Table table, List<String> columns, Map<String, String> values, Found found) throws SQLException {
        var prepared = connection.prepareStatement(statement);
        int next = 1;
        for (String column : columns) {
            prepared.setObject(next++, values.get(column), types(table).getOrDefault(column, Types.VARCHAR));
        }
        for (String value : found.values()) {
            prepared.setObject(next++, value, types(table).getOrDefault(found.by(), Types.VARCHAR));
        }
        return prepared;
    }

    /** The latest date among a slice's records. */
    Optional<LocalDate> newest(Slice slice, LocalDate today, Trace trace) throws SQLException {
        var found = found(slice.table(), trace);
        LocalDate newest = null;
        for (var group : groups(found.values())) {
            try (var prepared = prepare(sql.newest(slice, found.by(), group.size()), slice, today, found.by(), group);
                    var rows = prepared.executeQuery()) {
                rows.next();
                Date date = rows.getDate(1);
                if (date != null && (newest == null || date.toLocalDate().isAfter(newest))) {
                    newest = date.toLocalDate();
                }
            }
        }
        return Optional.ofNullable(newest);
    }

    /** Hands every row of a traced table to {@code reader}, a few at a time. */
    void rows(Table table, List<String> by, RowHandler reader) throws SQLException, java.io.IOException {
        for (var group : groups(by)) {
            try (var prepared = prepare(sql.rows(table, group.size()), Slice.all(table), LocalDate.EPOCH, table.foundBy(), group)) {
                prepared.setFetchSize(500);
                try (var rows = prepared.executeQuery()) {
                    while (rows.next()) {
                        reader.row(rows);
                    }
                }
            }
        }
    }

    private List<String> strings(Table table, String by, List<String> values, java.util.function.IntFunction<String> statement)
            throws SQLException {
        var found = new ArrayList<String>();
        for (var group : groups(values)) {
            try (var prepared = prepare(statement.apply(group.size()), Slice.all(table), LocalDate.EPOCH, by, group);
                    var rows = prepared.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return List.copyOf(found);
    }

    private PreparedStatement prepare(String statement, Slice slice, LocalDate today, String by, List<String> values) throws SQLException {
        var prepared = connection.prepareStatement(statement);
        int type = types(slice.table()).getOrDefault(by, Types.VARCHAR);
        int next = 1;
        for (String value : values) {
            prepared.setObject(next++, value, type);
        }
        var border = slice.border(today);
        if (border.isPresent()) {
            prepared.setDate(next, Date.valueOf(border.get()));
        }
        return prepared;
    }

    /** The database's own types, so that a key read as text is compared as what it is. */
    private Map<String, Integer> types(Table table) throws SQLException {
        var known = types.get(table.name());
        if (known != null) {
            return known;
        }
        var read = new HashMap<String, Integer>();
        try (var prepared = connection.prepareStatement(sql.shape(table)); var rows = prepared.executeQuery()) {
            var shape = rows.getMetaData();
            for (int i = 1; i <= shape.getColumnCount(); i++) {
                read.put(shape.getColumnName(i), shape.getColumnType(i));
            }
        }
        types.put(table.name(), read);
        return read;
    }

    private static List<List<String>> groups(List<String> values) {
        var groups = new ArrayList<List<String>>();
        for (int from = 0; from < values.size(); from += KEYS_AT_ONCE) {
            groups.add(values.subList(from, Math.min(values.size(), from + KEYS_AT_ONCE)));
        }
        return groups;
    }

    interface Statement {
        String of(Slice slice, String foundBy, int parameters);
    }

    interface RowHandler {
        void row(ResultSet row) throws SQLException, java.io.IOException;
    }
}
