package org.innsyn.bench.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.innsyn.bench.house.Database;
import org.innsyn.bench.load.Events;
import org.innsyn.bench.load.Workload;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;
import org.innsyn.bench.measure.OpenLoop;

/** One row as large as an event, inserted and committed, at the same steady rate, with as many connections as the service has. */
final class SingleInserts implements Contender {

    private static final int CONNECTIONS = 12;

    private final Database database;
    private final Workload workload;
    private final int perSecond;

    SingleInserts(Database database, Workload workload, int perSecond) {
        this.database = database;
        this.workload = workload;
        this.perSecond = perSecond;
        database.run("create schema raw");
        database.run("create table raw.event (id uuid primary key, payload bytea not null)");
    }

    @Override
    public String name() {
        return "single-insert";
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        var payloads = workload.batches(round).stream().map(Events::json).toList();
        var connections = new ArrayBlockingQueue<Connection>(CONNECTIONS);
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(database.connect());
        }
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            return SingleEvents.figures(new OpenLoop(perSecond).run(payloads.size(), i -> CompletableFuture.runAsync(() -> insert(connections, payloads.get(i)), threads)));
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    /** In auto-commit mode. */
    private static void insert(BlockingQueue<Connection> connections, byte[] payload) {
        var connection = connections.remove();
        try (var insert = connection.prepareStatement("insert into raw.event values (?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setBytes(2, payload);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a row could not be inserted", e);
        } finally {
            connections.add(connection);
        }
    }

    @Override
    public void check(int round) {
        ContentsDiffer.unlessEqual(name(), "the number of rows", workload.eventsUpTo(round), database.number("select count(*) from raw.event"));
    }
}
