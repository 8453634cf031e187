package org.innsyn.platform.eventstore;

import static org.axonframework.common.jdbc.JdbcUtils.executeQuery;
import static org.axonframework.common.jdbc.JdbcUtils.listResults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * Axon's JDBC event store, streamed in commit order.
 *
 * <p>Stock Axon streams by global index and remembers gaps for a while; a transaction that stays open too long, or is overtaken by too
 * many others, is skipped. Here an event carries the id of its transaction, and only those below {@code pg_snapshot_xmin} are read,
 * ordered by (transaction, index): every transaction that could still place something earlier has ended.
 *
 * <p>Does not survive moving rows to another PostgreSQL cluster by dump and load: transaction ids begin anew there. Restore physically,
 * or rewrite the column in order before the first start.
 *
 * @see <a href="https://www.postgresql.org/docs/18/functions-info.html#FUNCTIONS-INFO-SNAPSHOT">PostgreSQL 18, section 9.27.7</a>
 */
public final class CommitOrderEventStorageEngine extends JdbcEventStorageEngine {

    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("domain_event")
            .snapshotTable("snapshot_event")
            .globalIndexColumn("global_index")
            .eventIdentifierColumn("event_id")
            .aggregateIdentifierColumn("aggregate_id")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("aggregate_type")
            .timestampColumn("recorded_at")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    private static final String STREAM = """
            select transaction_id::text::bigint as transaction_number, global_index, event_id, aggregate_id, sequence_number,
                   aggregate_type, recorded_at, payload_type, payload_revision, payload, meta_data
              from domain_event
             where (transaction_id, global_index) > (?::text::xid8, ?)
               and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
             order by transaction_id, global_index
             limit ?""";

    private static final String EDGE = """
            select transaction_id::text::bigint as transaction_number, global_index
              from domain_event
             where transaction_id < pg_snapshot_xmin(pg_current_snapshot()) and recorded_at < ?
             order by transaction_id desc, global_index desc
             limit 1""";

    private final TransactionManager transactions;
    private final CurrentStates states;

    public CommitOrderEventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer events,
            Serializer snapshots,
            EventUpcaster upcasters,
            CurrentStates states,
            int batchSize) {
        super((Builder) JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(SCHEMA)
                .upcasterChain(upcasters)
                .eventSerializer(events)
                .snapshotSerializer(snapshots)
                .batchSize(batchSize)
                .finalAggregateBatchPredicate(batch -> batch.size() < batchSize));
        this.transactions = transactions;
        this.states = states;
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return states.of(aggregateId).or(() -> super.readSnapshot(aggregateId));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String aggregateId, long firstSequenceNumber) {
        boolean nothingNewer = states.of(aggregateId)
                .filter(state -> state.getSequenceNumber() + 1 == firstSequenceNumber)
                .isPresent();
        return nothingNewer ? Stream.empty() : super.readEventData(aggregateId, firstSequenceNumber);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(TrackingToken lastToken, int batchSize) {
        var after = lastToken == null ? CommitOrderToken.START : (CommitOrderToken) lastToken;
        return transactions.fetchInTransaction(() -> executeQuery(
                getConnection(),
                connection -> stream(connection, after, batchSize),
                listResults(this::tracked),
                e -> new EventStoreException("the event stream could not be read after " + after, e)));
    }

    private PreparedStatement stream(Connection connection, CommitOrderToken after, int limit) throws SQLException {
        var statement = connection.prepareStatement(STREAM);
        statement.setString(1, Long.toString(after.transaction()));
        statement.setLong(2, after.index());
        statement.setInt(3, limit);
        return statement;
    }

    private TrackedEventData<?> tracked(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(token(row), getDomainEventData(row));
    }

    private static CommitOrderToken token(ResultSet row) throws SQLException {
        return new CommitOrderToken(row.getLong("transaction_number"), row.getLong("global_index"));
    }

    @Override
    public TrackingToken createTailToken() {
        return CommitOrderToken.START;
    }

    @Override
    public TrackingToken createHeadToken() {
        return lastBefore("9999-12-31T23:59:59Z");
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return lastBefore(org.axonframework.common.DateTimeUtils.formatInstant(instant));
    }

    private TrackingToken lastBefore(String timestamp) {
        return transactions.fetchInTransaction(() -> executeQuery(
                getConnection(),
                connection -> {
                    var statement = connection.prepareStatement(EDGE);
                    statement.setString(1, timestamp);
                    return statement;
                },
                row -> row.next() ? token(row) : CommitOrderToken.START,
                e -> new EventStoreException("the end of the event stream could not be read", e)));
    }
}
