package org.innsyn.audit.transparency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.innsyn.audit.ledger.LedgerId;
import org.springframework.jdbc.core.JdbcTemplate;

/** The newest tree of heads in PostgreSQL. */
final class HeadsTables {

    /** Where the newest tree of the log's name stands; epoch 0 before the first. */
    record Newest(int generation, long epoch, long size, long leafIndex, String leaf, Instant at) {}

    /** How a ledger stands in the log. */
    record Head(LedgerId ledger, long slot, long number, byte[] newest) {}

    /** What a ledger grew by, and the leaf data of its newest entry. */
    record Growth(long entries, byte[] newest) {}

    /** Everything up to a moment: transactions below {@code transaction} had begun by then. */
    record Mark(Instant at, String transaction) {}

    private static final String GROWTH = """
            select g.ledger_id, g.entries, l.leaf_data from (
                   select ledger_id, count(*) as entries, max(leaf_index) as leaf_index from entry_leaf where leaf_index >= ? and leaf_index < ? group by ledger_id) g
              join log_leaf l using (leaf_index)""";

    private final JdbcTemplate jdbc;

    HeadsTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Newest newest() {
        return jdbc.queryForObject("select (select max(generation) from log_origin), epoch, size, coalesce(leaf_index, -1), leaf, taken_at from log_heads_epoch",
                (row, i) -> new Newest(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getString(5), row.getTimestamp(6).toInstant()));
    }

    boolean hasEntriesFrom(long size) {
        return jdbc.queryForObject("select exists (select 1 from entry_leaf where leaf_index >= ?)", Boolean.class, size);
    }

    /** Whether somebody needs a tree that is later than the newest. */
    boolean isWanted() {
        return jdbc.queryForObject("select wanted_at > taken_at from log_heads_epoch", Boolean.class);
    }

    Mark mark(Instant at) {
        return new Mark(at, jdbc.queryForObject("select pg_snapshot_xmax(pg_current_snapshot())::text", String.class));
    }

    /** Whether the sequencer has passed everything that was committed by then. */
    boolean isPassed(Mark mark) {
        return jdbc.queryForObject("""
                with sequenced as (
                       select convert_from(token, 'UTF8')::jsonb as place from processor_token where processor_name = ? and segment = 0)
                select pg_snapshot_xmin(pg_current_snapshot()) >= ?::xid8 and exists (select 1 from sequenced) and not exists (
                       select 1 from domain_event e, sequenced s
                        where e.transaction_id < ?::xid8
                          and (e.transaction_id, e.global_index) > ((s.place ->> 'transaction')::xid8, (s.place ->> 'index')::bigint))""",
                Boolean.class, Sequencer.NAME, mark.transaction(), mark.transaction());
    }

    Map<UUID, Growth> growth(long from, long to) {
        var growth = new HashMap<UUID, Growth>();
        jdbc.query(GROWTH, row -> {
            growth.put(row.getObject(1, UUID.class), new Growth(row.getLong(2), row.getBytes(3)));
        }, from, to);
        return growth;
    }

    /** Up to {@code count} ledgers that are not shredded, in the order of slots, as the newest tree has them; number 0 where it has none. */
    List<Head> page(long fromSlot, int count) {
        return jdbc.query("""
                select h.ledger_id, h.slot, coalesce(l.number, 0), coalesce(l.link, decode(repeat('00', 32), 'hex'))
                  from ledger_head h left join log_head l using (ledger_id)
                 where h.slot >= ? and h.state <> 'shredded' order by h.slot limit ?""",
                (row, i) -> new Head(new LedgerId(row.getObject(1, UUID.class)), row.getLong(2), row.getLong(3), row.getBytes(4)), fromSlot, count);
    }

    /** How the ledger stands in the newest tree; empty when it is not in it, or shredded since. */
    Optional<Head> head(LedgerId ledger) {
        return jdbc.query("select h.slot, l.number, l.link from ledger_head h join log_head l using (ledger_id) where ledger_id = ? and h.state <> 'shredded'",
                (row, i) -> new Head(ledger, row.getLong(1), row.getLong(2), row.getBytes(3)), ledger.value()).stream().findFirst();
    }

    Optional<byte[]> chunk(long chunk) {
        return jdbc.queryForList("select hashes from log_heads_chunk where chunk = ?", byte[].class, chunk).stream().findFirst();
    }

    NavigableMap<Long, byte[]> chunkRoots() {
        var roots = new TreeMap<Long, byte[]>();
        jdbc.query("select chunk, root from log_heads_chunk", row -> {
            roots.put(row.getLong(1), row.getBytes(2));
        });
        return roots;
    }

    /** Puts the tree in the place of the one before; to be called in the transaction that appends its leaf. */
    void replace(Newest before, HeadsLeaf leaf, long leafIndex, NavigableMap<Long, byte[]> chunks, NavigableMap<Long, byte[]> roots) {
        int moved = jdbc.update("update log_heads_epoch set epoch = ?, size = ?, leaf_index = ?, leaf = ?, taken_at = ? where epoch = ?",
                leaf.epoch(), leaf.size(), leafIndex, leaf.text(), Timestamp.from(leaf.at()), before.epoch());
        if (moved != 1) {
            throw new IllegalStateException("another process made epoch " + leaf.epoch());
        }
        jdbc.update("insert into log_head (ledger_id, number, link) " + GROWTH + """
                 on conflict (ledger_id) do update set number = log_head.number + excluded.number, link = excluded.link""", before.size(), leaf.size());
        jdbc.update("delete from log_heads_chunk");
        var rows = new ArrayList<Object[]>(chunks.size());
        chunks.forEach((chunk, hashes) -> rows.add(new Object[] {chunk, hashes, roots.get(chunk)}));
        jdbc.batchUpdate("insert into log_heads_chunk (chunk, hashes, root) values (?, ?, ?)", rows);
    }
}
