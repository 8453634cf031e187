package org.innsyn.demo.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.access.AccessEvent;

/**
 * How the billing system, which has long had one, reports: accesses that were made and are not acknowledged yet. A row is written with the work and deleted after the answer, so
 * a crash on either side leads to a second report under the same id, never to a missing one.
 */
public final class Outbox {

    private final Connection connection;

    /** @param connection without auto-commit: adding joins the caller's transaction */
    public Outbox(Connection connection) {
        this.connection = connection;
    }

    /** One waiting event, as it was written, and how many people it is about. */
    record Waiting(String id, String source, String json, int people) {

        /** Never the content. */
        @Override
        public String toString() {
            return "Waiting[" + id + "]";
        }
    }

    /** The source's next number; holds the source's counter until the transaction ends, so numbers have no gaps. */
    public long nextSequence(String source) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement("""
                insert into access_sequence (source, last) values (?, 1)
                on conflict (source) do update set last = access_sequence.last + 1 returning last""")) {
            next.setString(1, source);
            try (ResultSet rows = next.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Notes an event to be reported; it exists when the transaction commits. */
    public void add(AccessEvent event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into access_outbox (id, channel, source, event, people) values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, UUID.fromString(event.id()));
            insert.setString(2, Channel.KAFKA.stored());
            insert.setString(3, event.source());
            insert.setString(4, Json.MAPPER.writeValueAsString(event));
            insert.setInt(5, event.data().subjects().size());
            insert.executeUpdate();
        }
    }

    /** The longest-waiting events. */
    List<Waiting> oldest(int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select id, source, event, people from access_outbox order by made_at, id limit ?")) {
            select.setInt(1, most);
            List<Waiting> waiting = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    waiting.add(new Waiting(
                            rows.getString("id"), rows.getString("source"), rows.getString("event"), rows.getInt("people")));
                }
            }
            connection.commit();
            return waiting;
        }
    }

    /** Forgets events that were answered. */
    void remove(List<Waiting> answered) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from access_outbox where id = ?")) {
            for (Waiting event : answered) {
                delete.setObject(1, UUID.fromString(event.id()));
                delete.addBatch();
            }
            delete.executeBatch();
            connection.commit();
        }
    }
}
