package org.innsyn.dsr.lifting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.notice.NoticeEvent.NoticeBounced;
import org.innsyn.dsr.notice.NoticeEvent.NoticeSent;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.RequestCommand.RecordUnrestricted;
import org.innsyn.dsr.request.RequestEvent.RequestReopened;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.schemas.request.Liftings.LiftedItem;
import org.innsyn.schemas.request.Liftings.Lifting;
import org.innsyn.schemas.request.Liftings.LiftingState;
import org.innsyn.schemas.request.NoticeKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The restrictions that end, and how far each has come. Takes part in the caller's transaction; nothing is lifted before the person was told. */
@Component
public class RestrictionLiftings {

    private static final String CURRENT = "select lifting_id, said, announced_at, told_at from restriction_lifting where request_id = ? and not past";

    private final JdbcTemplate jdbc;
    private final RequestVault vault;
    private final RequestDispatcher requests;
    private final Work work;
    private final RandomSource random;
    private final Clock clock;

    /** @param liftingWork has notices sent and systems asked */
    RestrictionLiftings(JdbcTemplate jdbc, RequestVault vault, RequestDispatcher requests, Work liftingWork, RandomSource random, Clock clock, EventStore events) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.requests = requests;
        this.work = liftingWork;
        this.random = random;
        this.clock = clock;
        events.subscribe(messages -> messages.forEach(message -> {
            switch (message.getPayload()) {
                // In the transaction in which it is noted that a mail server has it.
                case NoticeSent it when it.kind() == NoticeKind.LIFTING -> jdbc.queryForList(
                                "select request_id from restriction_lifting where notice_id = ? and told_at is null and not past", UUID.class, it.notice())
                        .forEach(request -> told(new RequestId(request), it.at(), null));
                case NoticeBounced it when it.kind() == NoticeKind.LIFTING -> untold(it.notice());
                case RequestReopened it -> jdbc.update("update restriction_lifting set past = true where request_id = ?", it.request().value());
                default -> {}
            }
        }));
    }

    /** What is to be done for it, in the caller's transaction. */
    public interface Work {

        /** Has a notice sent. */
        void tell(RequestId request, UUID notice);

        /** Has a system's marks taken away. */
        void lift(RequestId request, String system);
    }

    private record Row(UUID id, UUID said, Instant announcedAt, @Nullable Instant toldAt) {}

    private Optional<Row> current(RequestId request) {
        return jdbc.query(CURRENT, (row, _) -> new Row(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getTimestamp(3).toInstant(),
                row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant()), request.value()).stream().findFirst();
    }

    /** How the restriction's end stands; empty while nobody decided it. */
    Optional<Lifting> find(RequestId request) {
        return current(request).map(row -> new Lifting(vault.text(request, Field.said(row.said())).orElse(null), row.announcedAt(), row.toldAt(),
                jdbc.query("select item, state, problem, ended_at from restriction_lifting_item where lifting_id = ? order by item",
                        (item, _) -> new LiftedItem(item.getString(1), LiftingState.valueOf(item.getString(2)), item.getString(3),
                                vault.text(request, statement(row.id(), item.getString(1))).orElse(null), item.getTimestamp(4) == null ? null : item.getTimestamp(4).toInstant()),
                        row.id())));
    }

    /**
     * It ends, and the person is to be told.
     *
     * @param items what is restricted, with whether a system can lift it itself
     */
    void begin(RequestId request, String reason, Map<ItemKey, Boolean> items, UUID notice, String by) {
        var id = random.timeOrderedId();
        var said = random.randomId();
        vault.put(request, Field.said(said), reason.strip());
        jdbc.update("insert into restriction_lifting (lifting_id, request_id, said, notice_id, announced_by, announced_at) values (?, ?, ?, ?, ?, ?)",
                id, request.value(), said, notice, by, Timestamp.from(clock.instant()));
        items.forEach((item, itself) -> jdbc.update("insert into restriction_lifting_item (lifting_id, item, state) values (?, ?, ?)",
                id, item.value(), (itself ? LiftingState.WAITING : LiftingState.BY_HAND).name()));
        work.tell(request, notice);
    }

    /** The person knows. Saying it twice changes nothing. @param by who told them; null for a mail server's answer */
    void told(RequestId request, Instant at, @Nullable String by) {
        if (jdbc.update("update restriction_lifting set told_at = ?, told_by = ? where request_id = ? and not past and told_at is null",
                Timestamp.from(at), by, request.value()) == 1) {
            ask(request);
        }
    }

    /** The letter came back: whoever is told in another way is told then. Where something was lifted already that cannot be undone, and stands as it is. */
    private void untold(UUID notice) {
        jdbc.update("""
                update restriction_lifting l set told_at = null where notice_id = ? and told_by is null and not past
                   and not exists (select 1 from restriction_lifting_item i where i.lifting_id = l.lifting_id and i.state = 'LIFTED')""", notice);
    }

    /** What failed is tried again. @return whether anything had failed */
    boolean again(RequestId request) {
        int failed = current(request).filter(row -> row.toldAt() != null)
                .map(row -> jdbc.update("update restriction_lifting_item set state = 'WAITING', problem = null, ended_at = null where lifting_id = ? and state = 'FAILED'", row.id()))
                .orElse(0);
        if (failed > 0) {
            ask(request);
        }
        return failed > 0;
    }

    private void ask(RequestId request) {
        waiting(request).stream().map(ItemKey::system).distinct().sorted().forEach(system -> work.lift(request, system));
    }

    private List<ItemKey> waiting(RequestId request) {
        return current(request).filter(row -> row.toldAt() != null)
                .map(row -> jdbc.queryForList("select item from restriction_lifting_item where lifting_id = ? and state = 'WAITING' order by item", String.class, row.id()))
                .orElse(List.of()).stream().map(ItemKey::new).toList();
    }

    /** What is about to be free: the person was told, and it only has to be done. */
    public List<ItemKey> ending(RequestId request) {
        return waiting(request);
    }

    /** What a system is to free now: nothing before the person was told. */
    public List<ItemKey> toLift(RequestId request, String system) {
        return waiting(request).stream().filter(item -> item.system().equals(system)).toList();
    }

    /** What came of it in a system. */
    public void end(RequestId request, Collection<ItemResult> results) {
        for (var result : results) {
            switch (result) {
                case ItemResult.CarriedOut done -> {
                    if (settle(request, done.item(), LiftingState.LIFTED, null, null)) {
                        requests.send(new RecordUnrestricted(request, done, clock.instant()));
                    }
                }
                case ItemResult.Failed failed -> settle(request, failed.item(), LiftingState.FAILED, failed.problem(), null);
                case ItemResult.Held _ -> throw new IllegalStateException("no hold keeps a restriction from ending");
            }
        }
    }

    /** A system was given up. */
    public void failed(RequestId request, String system, String problem) {
        toLift(request, system).forEach(item -> settle(request, item, LiftingState.FAILED, problem, null));
    }

    /** A person did it. @return whether it waited for one, and the person concerned was told */
    boolean byHand(RequestId request, ItemKey item, String statement, String by) {
        var row = current(request).filter(it -> it.toldAt() != null);
        if (row.isEmpty() || !settle(request, item, LiftingState.LIFTED, null, by)) {
            return false;
        }
        vault.put(request, statement(row.get().id(), item.value()), statement.strip());
        requests.send(new RecordUnrestricted(request, new ItemResult.CarriedOut(item, Map.of(), null, null), clock.instant()));
        return true;
    }

    private boolean settle(RequestId request, ItemKey item, LiftingState state, @Nullable String problem, @Nullable String by) {
        return jdbc.update("""
                update restriction_lifting_item set state = ?, problem = ?, ended_at = ?, ended_by = ?
                 where item = ? and state <> 'LIFTED' and (?::text is null or state in ('BY_HAND', 'FAILED'))
                   and lifting_id = (select lifting_id from restriction_lifting where request_id = ? and not past)""",
                state.name(), problem, Timestamp.from(clock.instant()), by, item.value(), by, request.value()) == 1;
    }

    private static Field statement(UUID lifting, String item) {
        return new Field("lifted/" + Integer.toHexString(item.hashCode()) + "/" + lifting);
    }
}
