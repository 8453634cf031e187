package org.innsyn.audit.transparency;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.transparency.LogTables.Leaf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The log as it lies in the database, to be compared with what was said of it, and to be closed and opened anew. */
public final class StoredLog {

    private final JdbcTemplate jdbc;
    private final LogTables tables;
    private final MerkleTree tree;

    public StoredLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.tables = new LogTables(jdbc);
        this.tree = new MerkleTree(tables);
    }

    /** How many leaves there are. */
    public long size() {
        return tables.size();
    }

    /** The root of the first {@code size} leaves. */
    public byte[] root(long size) {
        return tree.root(size);
    }

    /** The largest size that was published, as the database knows. */
    public Optional<Published> newest() {
        return tables.newest().map(each -> new Published(each.size(), Base64.getDecoder().decode(each.note().lines().skip(2).findFirst().orElseThrow()), each.note()));
    }

    /** A checkpoint. */
    public record Published(long size, byte[] root, String note) {}

    /** Remembers the log's first name. */
    public void open(String origin, Instant at) {
        new LogOrigins(jdbc).add(1, origin, null, 0, at);
    }

    /**
     * Begins a log under another name: the leaf that says so, the first {@code carried} leaves of the one before as they were, and then
     * entries that were in it besides. Trees of heads begin anew. To be called in a transaction.
     */
    public void reopen(int generation, String origin, byte @Nullable [] firstLeaf, long carried, Instant at) {
        long size = tables.lockSize();
        long kept = Math.min(carried, size);
        jdbc.update("create table carried_leaf as select leaf_index + 1 as leaf_index, leaf_data from log_leaf where leaf_index < " + kept);
        jdbc.update("""
                create table carried_entry as
                select entry_id, ledger_id, leaf_index + 1 as leaf_index from entry_leaf where leaf_index < %d
                union all select entry_id, ledger_id, %d + row_number() over (order by leaf_index) from entry_leaf where leaf_index >= %d""".formatted(kept, kept, kept));
        jdbc.update("""
                insert into carried_leaf select c.leaf_index, l.leaf_data
                  from log_leaf l join entry_leaf e using (leaf_index) join carried_entry c using (entry_id) where l.leaf_index >= ?""", kept);
        jdbc.update("update log_heads_epoch set epoch = 0, size = 0, leaf_index = null, leaf = '', taken_at = 'epoch'");
        for (var table : new String[] {"log_head", "log_heads_chunk", "entry_leaf", "log_node", "log_checkpoint", "log_leaf"}) {
            jdbc.update("delete from " + table);
        }
        jdbc.update("insert into log_leaf (leaf_index, leaf_data) values (0, ?)", (Object) firstLeaf);
        jdbc.update("insert into log_leaf (leaf_index, leaf_data) select leaf_index, leaf_data from carried_leaf");
        jdbc.update("insert into entry_leaf (entry_id, ledger_id, leaf_index) select entry_id, ledger_id, leaf_index from carried_entry");
        jdbc.update("update log_state set size = (select count(*) from log_leaf)");
        jdbc.update("drop table carried_leaf, carried_entry");
        tables.completeLevels(0, tables.size());
        new LogOrigins(jdbc).add(generation, origin, firstLeaf, carried, at);
    }

    /** Gives a ledger's entries their leaves now, in their order: its events are about to go. To be called in a transaction. */
    public void appendPending(LedgerId ledger) {
        long size = tables.lockSize();
        var pending = jdbc.query("""
                select entry, leaf from (
                       select (convert_from(payload, 'UTF8')::jsonb ->> 'entry')::uuid as entry, decode(convert_from(payload, 'UTF8')::jsonb ->> 'leaf', 'base64') as leaf, sequence_number
                         from domain_event where aggregate_id = ? and payload_type = 'ledger.AccessRecorded') each
                 where not exists (select 1 from entry_leaf where entry_id = entry) order by sequence_number""",
                (row, i) -> new Leaf(row.getObject(1, java.util.UUID.class), ledger, row.getBytes(2)), ledger.toString());
        if (!pending.isEmpty()) {
            tables.append(size, pending);
            tables.completeLevels(size, size + pending.size());
        }
    }
}
