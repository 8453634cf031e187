package org.innsyn.bench.answer;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.innsyn.bench.house.Database;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;
import org.postgresql.PGConnection;

/** The same rows as PostgreSQL hands them out fastest: {@code COPY ... TO STDOUT | gzip}, events and sealed details. */
final class Copying implements Contender {

    private final Database database;
    private final UUID ledger;
    private final long entries;
    private long copied;

    Copying(Database database, UUID ledger, long entries) {
        this.database = database;
        this.ledger = ledger;
        this.entries = entries;
    }

    @Override
    public String name() {
        return "copy-gzip";
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        long begun = System.nanoTime();
        var gzip = new ProcessBuilder("gzip", "-c").redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var to = gzip.getOutputStream(); var connection = database.connect()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            copied = copy.copyOut("copy (select sequence_number, recorded_at, payload from domain_event where aggregate_id = '%s' and payload_type = 'ledger.AccessRecorded' order by sequence_number) to stdout"
                    .formatted(ledger), to);
            copy.copyOut("copy (select * from entry_detail where ledger_id = '%s') to stdout".formatted(ledger), to);
        } catch (IOException | SQLException e) {
            gzip.destroyForcibly();
            throw e;
        }
        gzip.waitFor();
        return Map.of(Exporting.RATE, entries / ((System.nanoTime() - begun) / 1e9));
    }

    @Override
    public void check(int round) {
        ContentsDiffer.unlessEqual(name(), "the number of copied events", entries, copied);
    }
}
