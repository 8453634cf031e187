package org.innsyn.audit.ledger.store;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.innsyn.audit.ledger.LedgerHead;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.LedgerKind;
import org.innsyn.audit.ledger.LedgerState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The heads of all ledgers. A head row is a ledger's lock: whoever changes a ledger holds it. */
public final class LedgerHeads {

    private static final String COLUMNS = "ledger_id, kind, state, slot, sequence, number, expired, link";

    private static final RowMapper<LedgerHead> HEAD = (row, i) -> new LedgerHead(
            new LedgerId(row.getObject("ledger_id", UUID.class)),
            LedgerKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            LedgerState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
            row.getLong("slot"),
            row.getLong("sequence"),
            row.getLong("number"),
            row.getLong("expired"),
            row.getBytes("link"));

    private final JdbcTemplate jdbc;
    private final Slots slots;

    public LedgerHeads(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.slots = new Slots(jdbc);
    }

    /** A slot that no ledger has or ever had. */
    long newSlot() {
        return slots.next();
    }

    public Optional<LedgerHead> find(LedgerId ledger) {
        return jdbc.query("select " + COLUMNS + " from ledger_head where ledger_id = ?", HEAD, ledger.value()).stream().findFirst();
    }

    /** The controller's ledger of this kind, once opened. */
    public Optional<LedgerHead> ofHouse(LedgerKind kind) {
        return jdbc.query("select " + COLUMNS + " from ledger_head where kind = ? and kind <> 'person'", HEAD, word(kind)).stream().findFirst();
    }

    /** How many entries all readable ledgers have together. */
    public long entries() {
        return jdbc.queryForObject("select coalesce(sum(number - expired), 0) from ledger_head where state <> 'shredded'", Long.class);
    }

    /** How many entries of readable ledgers have ended with their time. */
    public long ended() {
        return jdbc.queryForObject("select coalesce(sum(expired), 0) from ledger_head where state <> 'shredded' and expired > 0", Long.class);
    }

    /** Ids of all shredded ledgers. */
    public List<LedgerId> shredded() {
        return jdbc.query("select ledger_id from ledger_head where state = 'shredded'", (row, i) -> new LedgerId(row.getObject(1, UUID.class)));
    }

    /** Ledgers of which entries have ended whose events may still be there, and up to which number. */
    public Map<LedgerId, Long> expired() {
        return jdbc.query("select ledger_id, number from ledger_retention where cleaned_at is null or cleaned_at > now() - interval '1 day'",
                (row, i) -> Map.entry(new LedgerId(row.getObject(1, UUID.class)), row.getLong(2))).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Locks in the order of ids, so that two transactions never wait for each other in a circle. */
    Map<LedgerId, LedgerHead> lock(Collection<LedgerId> ledgers) {
        return jdbc.query("select " + COLUMNS + " from ledger_head where ledger_id = any (?) order by ledger_id for update", HEAD,
                        (Object) ledgers.stream().map(LedgerId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(LedgerHead::ledger, Function.identity()));
    }

    void insert(Collection<LedgerHead> heads) {
        jdbc.batchUpdate("insert into ledger_head (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)",
                heads.stream().map(head -> new Object[] {
                    head.id(), word(head.kind()), word(head.state()), head.slot(), head.sequence(), head.number(), head.expired(), head.link()}).toList());
    }

    /** Moves each head, all in one statement, from the state it was locked in; anything else means that two instances wrote one ledger, and fails. */
    void move(Map<LedgerId, LedgerHead> locked, Collection<LedgerHead> heads) {
        int moved = jdbc.update("""
                update ledger_head h set state = m.state, sequence = m.sequence, number = m.number, expired = m.expired, link = m.link
                  from unnest(?, ?, ?, ?, ?, ?, ?) as m (ledger_id, before, state, sequence, number, expired, link)
                 where h.ledger_id = m.ledger_id and h.sequence = m.before""",
                heads.stream().map(LedgerHead::id).toArray(UUID[]::new),
                heads.stream().map(head -> locked.get(head.ledger()).sequence()).toArray(Long[]::new),
                heads.stream().map(head -> word(head.state())).toArray(String[]::new),
                heads.stream().map(LedgerHead::sequence).toArray(Long[]::new),
                heads.stream().map(LedgerHead::number).toArray(Long[]::new),
                heads.stream().map(LedgerHead::expired).toArray(Long[]::new),
                heads.stream().map(LedgerHead::link).toArray(byte[][]::new));
        if (moved != heads.size()) {
            throw new IllegalStateException("a ledger was changed by somebody who did not hold its head; nothing of this batch is written");
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
