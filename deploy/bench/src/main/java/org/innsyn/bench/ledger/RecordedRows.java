package org.innsyn.bench.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.innsyn.bench.house.Database;
import org.postgresql.PGConnection;

/**
 * The rows one round of recording inserted, as COPY's text lines, cut into as many parts as there were batches. Rows that were
 * only updated (heads of ledgers that were there before) are left out: COPY cannot update, so it has less to do.
 */
final class RecordedRows {

    /** What a recording transaction inserts into. Not the log's leaves: they follow later. */
    static final List<String> TABLES = List.of("reported_event", "blind_index", "vault_key", "actor", "actor_detail", "ledger_head", "domain_event", "entry_detail");

    /**
     * What one COPY transaction writes.
     *
     * @param lines by table
     */
    record Part(Map<String, byte[]> lines) {}

    private final Database database;

    RecordedRows(Database database) {
        this.database = database;
    }

    /** Rows written from now on are those of the next round. */
    long mark() {
        return database.number("select pg_current_xact_id()::text::bigint");
    }

    List<Part> since(long mark, int parts, String copies) throws SQLException, IOException {
        var cut = new ArrayList<Map<String, byte[]>>();
        for (int i = 0; i < parts; i++) {
            cut.add(new LinkedHashMap<>());
        }
        for (var table : TABLES) {
            var lines = lines(table, mark, copies);
            for (int i = 0; i < parts; i++) {
                var part = new ByteArrayOutputStream();
                for (int at = (int) ((long) lines.size() * i / parts); at < (long) lines.size() * (i + 1) / parts; at++) {
                    part.writeBytes(lines.get(at));
                }
                if (part.size() > 0) {
                    cut.get(i).put(table, part.toByteArray());
                }
            }
        }
        return cut.stream().map(Part::new).toList();
    }

    /** In the order in which they were inserted. */
    private List<byte[]> lines(String table, long mark, String copies) throws SQLException, IOException {
        var known = table.equals("ledger_head") ? " and not exists (select 1 from %s.ledger_head k where k.ledger_id = t.ledger_id)".formatted(copies) : "";
        var order = table.equals("domain_event") ? "global_index" : "ctid";
        try (var connection = database.connect()) {
            var collected = new Lines();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(
                    "copy (select * from %s t where xmin::text::bigint >= %d and %s%s order by %s) to stdout".formatted(table, mark, recorded(table), known, order), collected);
            return collected.lines;
        }
    }

    /** Keys that last a lifetime are made beside recording, with the trees of heads. */
    static String recorded(String table) {
        return table.equals("vault_key") ? "year <> 9999" : "true";
    }

    /** The driver writes a line at a time. */
    private static final class Lines extends OutputStream {

        private final List<byte[]> lines = new ArrayList<>();

        @Override
        public void write(int b) {
            throw new IllegalStateException("COPY gave a part of a line");
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            lines.add(java.util.Arrays.copyOfRange(bytes, from, from + length));
        }
    }
}
