package org.innsyn.bench.ledger;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.innsyn.bench.house.Database;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;
import org.postgresql.PGConnection;

/**
 * The same rows by COPY, as PostgreSQL's documentation says bulk loading is fastest: ready-made lines, the same tables with the same
 * indexes, as many rows in a transaction as a batch has, so many streams at once.
 */
final class CopyStreams implements Contender {

    private final Database database;
    private final int streams;
    private final RoundRows rows;
    private final String schema;

    CopyStreams(Database database, int streams, RoundRows rows) {
        this.database = database;
        this.streams = streams;
        this.rows = rows;
        this.schema = "copy_" + streams;
        database.run("create schema " + schema);
        RecordedRows.TABLES.forEach(table -> database.run("create table %s.%s (like %s including all)".formatted(schema, table, table)));
    }

    @Override
    public String name() {
        return "copy-" + streams;
    }

    String schema() {
        return schema;
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        var parts = rows.parts();
        var work = new ArrayList<Callable<Void>>();
        var connections = new ArrayList<Connection>();
        for (int stream = 0; stream < streams; stream++) {
            var connection = database.connect();
            connection.setAutoCommit(false);
            connections.add(connection);
            int first = stream;
            work.add(() -> copy(connection, parts, first));
        }
        try (var threads = Executors.newFixedThreadPool(streams)) {
            long begun = System.nanoTime();
            for (var each : threads.invokeAll(work)) {
                each.get();
            }
            return Map.of(Reporting.EVENTS_PER_SECOND, rows.events() / ((System.nanoTime() - begun) / 1e9));
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private Void copy(Connection connection, List<RecordedRows.Part> parts, int first) throws Exception {
        for (int i = first; i < parts.size(); i += streams) {
            write(connection, schema, parts.get(i));
            connection.commit();
        }
        return null;
    }

    /** Writes one part in the transaction that is open. */
    static void write(Connection connection, String schema, RecordedRows.Part part) throws Exception {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : part.lines().entrySet()) {
            copy.copyIn("copy %s.%s from stdin".formatted(schema, table.getKey()), new ByteArrayInputStream(table.getValue()));
        }
    }

    /** The copied tables hold exactly the service's rows; of heads, which move on, one of each ledger. */
    @Override
    public void check(int round) {
        compare(name(), database, schema);
    }

    static void compare(String name, Database database, String schema) {
        for (var table : RecordedRows.TABLES) {
            var sum = table.equals("ledger_head") ? "0" : "coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)";
            var where = table.equals("ledger_head") ? " where kind = 'person'" : table.equals("domain_event") ? " where aggregate_id not in (select ledger_id::text from audit.ledger_head where kind <> 'person')" : " where " + RecordedRows.recorded(table);
            var sql = "select count(*) || ' rows, checksum ' || %s from %s.%s t%s";
            ContentsDiffer.unlessEqual(name, table,
                    database.query(row -> row.getString(1), sql.formatted(sum, "audit", table, where)).getFirst(),
                    database.query(row -> row.getString(1), sql.formatted(sum, schema, table, where)).getFirst());
        }
    }
}
