package org.innsyn.dsr.hold.register;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.dsr.hold.HoldEvent.HoldPlaced;
import org.innsyn.dsr.hold.HoldEvent.HoldReleased;
import org.innsyn.dsr.hold.HoldEvent.HoldReviewed;
import org.innsyn.dsr.hold.HoldId;
import org.innsyn.dsr.hold.HoldScope;
import org.innsyn.dsr.request.HeldBy;
import org.innsyn.dsr.request.Holding;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.RequestEvent.HeldResumed;
import org.innsyn.dsr.request.RequestEvent.ItemCarriedOut;
import org.innsyn.dsr.request.RequestEvent.ItemDoneByHand;
import org.innsyn.dsr.request.RequestId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables of holds, written in the transactions of the events. */
@Component
class HoldRegister {

    private static final String LINES = """
            select h.*,
                   array(select distinct r.reference from held_item i join request_register r using (request_id) where i.hold_id = h.hold_id) as on_hold,
                   array(select distinct r.reference from erasure_begun b join request_register r using (request_id)
                          where r.open and h.released_at is null and split_part(b.item, '/', 1) = h.system
                            and (b.category = h.category or (b.item = h.item or h.item = h.system) and b.account_hash = h.account_hash)
                            and not exists (select 1 from held_item i where i.request_id = b.request_id and i.item = b.item)) as begun
              from legal_hold h""";

    /** An item is named by its system, or by system, slash and name: both are what a hold on the whole system's item covers. */
    private static final String STANDING = """
            select hold_id, ground, review_on from legal_hold
             where released_at is null and system = ?
               and (category = ? or account_hash = ? and (item = ? or item = system))
             order by hold_id""";

    private final JdbcTemplate jdbc;

    HoldRegister(JdbcTemplate jdbc, EventStore events) {
        this.jdbc = jdbc;
        // Before the commit, in its transaction; a problem here undoes the event.
        events.subscribe(messages -> messages.forEach(this::note));
    }

    private void note(EventMessage<?> message) {
        switch (message.getPayload()) {
            case HoldPlaced it -> jdbc.update("""
                    insert into legal_hold (hold_id, system, category, item, ground, owner, review_on, said, placed_at, version)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""",
                    it.hold().value(), it.scope().system(), it.scope().category(), it.scope().item() == null ? null : it.scope().item().value(),
                    it.ground(), it.owner(), Date.valueOf(it.reviewOn()), it.said(), Timestamp.from(it.at()));
            case HoldReviewed it -> jdbc.update("update legal_hold set review_on = ?, said = ?, version = ? where hold_id = ?",
                    Date.valueOf(it.reviewOn()), it.said(), version(message), it.hold().value());
            case HoldReleased it -> jdbc.update("update legal_hold set released_at = ?, said = ?, version = ? where hold_id = ?",
                    Timestamp.from(it.at()), it.said(), version(message), it.hold().value());
            case HeldResumed it -> it.decisions().forEach(decision -> jdbc.update(
                    "delete from held_item where request_id = ? and item = ?", it.request().value(), decision.item().value()));
            case ItemCarriedOut it -> ended(it.request(), it.result().item());
            case ItemDoneByHand it -> ended(it.request(), it.item());
            default -> {}
        }
    }

    private static long version(EventMessage<?> message) {
        return ((DomainEventMessage<?>) message).getSequenceNumber();
    }

    private void ended(RequestId request, ItemKey item) {
        jdbc.update("delete from erasure_begun where request_id = ? and item = ?", request.value(), item.value());
    }

    /** Until the transaction ends no erasure begins and no other hold is placed or released. */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended('legal-holds', 2))", _ -> {});
    }

    /** Until the transaction ends no hold is placed or released; others may begin too. */
    void lockShared() {
        jdbc.query("select pg_advisory_xact_lock_shared(hashtextextended('legal-holds', 2))", _ -> {});
    }

    /** Notes whose item a hold keeps. */
    void account(HoldId hold, byte[] account) {
        jdbc.update("update legal_hold set account_hash = ? where hold_id = ?", account, hold.value());
    }

    /** The holds that keep an item of a person. */
    List<HeldBy> standing(ItemKey item, String category, byte[] account) {
        return jdbc.query(STANDING,
                (row, _) -> new HeldBy(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, LocalDate.class)),
                item.system(), category, account, item.value());
    }

    /** @return whether it had begun before */
    boolean begin(RequestId request, Holding holding, byte[] account, Instant at) {
        return jdbc.update("insert into erasure_begun (request_id, item, category, account_hash, begun_at) values (?, ?, ?, ?, ?) on conflict do nothing",
                request.value(), holding.item().value(), holding.category(), account, Timestamp.from(at)) == 0;
    }

    boolean hasBegun(RequestId request, ItemKey item) {
        return jdbc.queryForObject("select count(*) from erasure_begun where request_id = ? and item = ?", Long.class, request.value(), item.value()) > 0;
    }

    /** An item waits for these. */
    void waits(Waiting item, List<HeldBy> holds) {
        holds.forEach(hold -> jdbc.update(
                "insert into held_item (request_id, item, hold_id, category, account_hash) values (?, ?, ?, ?, ?) on conflict do nothing",
                item.request().value(), item.item().value(), hold.hold(), item.category(), item.account()));
    }

    /** What waits for a hold, in the order in which requests are locked. */
    List<Waiting> waiting(HoldId hold) {
        return jdbc.query("select request_id, item, category, account_hash from held_item where hold_id = ? order by request_id, item",
                (row, _) -> new Waiting(new RequestId(row.getObject(1, UUID.class)), new ItemKey(row.getString(2)), row.getString(3), row.getBytes(4)),
                hold.value());
    }

    /** An item that waits. */
    record Waiting(RequestId request, ItemKey item, String category, byte[] account) {}

    Optional<HoldLine> line(HoldId hold) {
        return jdbc.query(LINES + " where h.hold_id = ?", HoldRegister::line, hold.value()).stream().findFirst();
    }

    /** Those whose review date has come first. */
    List<HoldLine> lines(LocalDate dueBy, boolean released) {
        return jdbc.query(LINES + " where h.review_on <= ? and (? or h.released_at is null) order by h.released_at is not null, h.review_on, h.hold_id limit 1000",
                HoldRegister::line, Date.valueOf(dueBy), released);
    }

    private static HoldLine line(ResultSet row, int number) throws SQLException {
        var item = row.getString("item");
        var released = row.getTimestamp("released_at");
        return new HoldLine(
                new HoldId(row.getObject("hold_id", UUID.class)),
                new HoldScope(row.getString("system"), row.getString("category"), item == null ? null : new ItemKey(item)),
                row.getString("ground"), row.getString("owner"), row.getObject("review_on", LocalDate.class), row.getObject("said", UUID.class),
                row.getTimestamp("placed_at").toInstant(), released == null ? null : released.toInstant(),
                List.of((String[]) row.getArray("on_hold").getArray()), List.of((String[]) row.getArray("begun").getArray()), row.getLong("version"));
    }
}
