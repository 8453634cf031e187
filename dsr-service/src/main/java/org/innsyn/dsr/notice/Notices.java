package org.innsyn.dsr.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.dsr.notice.NoticeEvent.NoticeAcknowledged;
import org.innsyn.dsr.notice.NoticeEvent.NoticeBounced;
import org.innsyn.dsr.notice.NoticeEvent.NoticeFailed;
import org.innsyn.dsr.notice.NoticeEvent.NoticeSent;
import org.innsyn.dsr.request.Party;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.schemas.request.NoticeHindrance;
import org.innsyn.schemas.request.NoticeKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The notices there are. Every change takes part in the caller's transaction; what became of one is also an event. */
@Component
public class Notices {

    private static final String TYPE = "Notice";

    private final JdbcTemplate jdbc;
    private final EventStore events;
    private final RequestVault vault;
    private final RandomSource random;
    private final Clock clock;

    Notices(JdbcTemplate jdbc, EventStore events, RequestVault vault, RandomSource random, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Plans a notice that follows from an event; empty when the same is planned already.
     *
     * @param about the event's number
     * @param recipient for GDPR Art. 19; null for the person
     */
    public Optional<UUID> plan(RequestId request, NoticeKind kind, long about, @Nullable String recipient) {
        return insert(request, kind, about, recipient, null, null, null);
    }

    /** Plans a notice that somebody sends. */
    public Optional<UUID> plan(RequestId request, NoticeKind kind, long about, @Nullable UUID said, @Nullable String ground, @Nullable Party by) {
        return insert(request, kind, about, null, said, ground, by);
    }

    private Optional<UUID> insert(
            RequestId request, NoticeKind kind, long about, @Nullable String recipient, @Nullable UUID said, @Nullable String ground, @Nullable Party by) {
        var id = random.timeOrderedId();
        int planned = jdbc.update("""
                insert into notice (notice_id, request_id, kind, about, recipient, said, ground, sent_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing""",
                id, request.value(), kind.name(), about, recipient, said, ground, by == null ? null : by.sub(), Timestamp.from(clock.instant()));
        return planned == 1 ? Optional.of(id) : Optional.empty();
    }

    public Optional<Notice> find(UUID id) {
        return jdbc.query("select * from notice where notice_id = ?", Notices::notice, id).stream().findFirst();
    }

    /** A request's notices, oldest first. */
    public List<Notice> of(RequestId request) {
        return jdbc.query("select * from notice where request_id = ? order by created_at, notice_id", Notices::notice, request.value());
    }

    /** Says why it waits. */
    public void waits(UUID id, Hindrance why) {
        hindered(id, Notice.State.WAITING, Notice.State.WAITING, why);
    }

    /**
     * A mail server has it.
     *
     * @param receipt what the server said; kept in the vault, since it may quote an address
     * @return whether it was not known yet
     */
    public boolean sent(Notice notice, MailRoom.Receipt receipt, Instant at) {
        if (settle(notice, Notice.State.SENT, null, receipt.code(), at)) {
            vault.put(notice.request(), Field.deliveryRecord(notice.id()), "%s %s %s".formatted(at, receipt.messageId(), receipt.answer()));
            publish(notice.id(), 0, new NoticeSent(notice.id(), notice.request(), notice.kind(), notice.about(), receipt.code(), at));
            return true;
        }
        return false;
    }

    /**
     * It came back: nobody was told. Saying it twice changes nothing.
     *
     * @param status the enhanced status code (RFC 3463)
     * @return whether it was not known yet
     */
    boolean bounced(Notice notice, String status, Instant at) {
        if (!hindered(notice.id(), Notice.State.SENT, Notice.State.BOUNCED, Hindrance.cameBack(status))) {
            return false;
        }
        publish(notice.id(), next(notice.id()), new NoticeBounced(notice.id(), notice.request(), notice.kind(), notice.about(), status, at));
        return true;
    }

    /** A server on its way says that it is late, and goes on trying. */
    void late(Notice notice, String status) {
        hindered(notice.id(), Notice.State.SENT, Notice.State.SENT, Hindrance.late(status));
    }

    /** It is given up. */
    public void failed(Notice notice, Hindrance why, Instant at) {
        if (settle(notice, Notice.State.FAILED, why, null, at)) {
            publish(notice.id(), 0, new NoticeFailed(notice.id(), notice.request(), notice.kind(), notice.about(), why.sentence(), at));
        }
    }

    private boolean hindered(UUID id, Notice.State from, Notice.State to, Hindrance why) {
        return jdbc.update("update notice set state = ?, problem = ?, hindrance = ?, hindrance_detail = ? where notice_id = ? and state = ?",
                column(to), why.sentence(), name(why), why.detail(), id, column(from)) == 1;
    }

    private boolean settle(Notice notice, Notice.State state, @Nullable Hindrance why, @Nullable String answer, Instant at) {
        return jdbc.update("update notice set state = ?, problem = ?, hindrance = ?, hindrance_detail = ?, answer = ?, settled_at = ? where notice_id = ? and state = 'waiting'",
                column(state), why == null ? null : why.sentence(), name(why), why == null ? null : why.detail(), answer, Timestamp.from(at),
                notice.id()) == 1;
    }

    private static @Nullable String name(@Nullable Hindrance why) {
        return why == null || why.kind() == null ? null : why.kind().name();
    }

    private static String column(Notice.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The recipient knows. Saying it twice changes nothing.
     *
     * @return whether it was not known yet
     */
    public boolean acknowledge(Notice notice, Instant at, @Nullable UUID said, Party by) {
        int noted = jdbc.update("update notice set acknowledged_at = ?, acknowledgement = ? where notice_id = ? and acknowledged_at is null",
                Timestamp.from(at), said, notice.id());
        if (noted == 1) {
            publish(notice.id(), next(notice.id()), new NoticeAcknowledged(notice.id(), notice.request(), at, said, by, clock.instant()));
        }
        return noted == 1;
    }

    private long next(UUID notice) {
        return events.lastSequenceNumberFor(notice.toString()).map(last -> last + 1).orElse(0L);
    }

    private void publish(UUID notice, long number, NoticeEvent event) {
        events.publish(new GenericDomainEventMessage<>(TYPE, notice.toString(), number, event));
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        var by = row.getString("sent_by");
        return new Notice(
                row.getObject("notice_id", UUID.class), new RequestId(row.getObject("request_id", UUID.class)), NoticeKind.valueOf(row.getString("kind")),
                row.getLong("about"), row.getString("recipient"), row.getObject("said", UUID.class), row.getString("ground"), by == null ? null : new Party(by),
                Notice.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), hindrance(row), instant(row, "created_at"),
                row.getTimestamp("settled_at") == null ? null : instant(row, "settled_at"), row.getString("answer"),
                row.getTimestamp("acknowledged_at") == null ? null : instant(row, "acknowledged_at"));
    }

    /** What was written down before there were kinds has none. */
    private static @Nullable Hindrance hindrance(ResultSet row) throws SQLException {
        var kind = row.getString("hindrance");
        var sentence = row.getString("problem");
        return sentence == null ? null : new Hindrance(kind == null ? null : NoticeHindrance.valueOf(kind), row.getString("hindrance_detail"), sentence);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
