package org.innsyn.audit.transparency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.eventstore.CommitOrderToken;
import org.springframework.jdbc.core.JdbcTemplate;

/** The log in PostgreSQL. Everything that is served derives from {@code log_leaf} alone. */
final class LogTables implements MerkleTree.Hashes {

    /** A leaf on its way into the log. */
    record Leaf(UUID entry, LedgerId ledger, byte[] data) {}

    /** A published checkpoint. */
    record Checkpoint(long size, String note) {}

    private final JdbcTemplate jdbc;

    LogTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How many leaves the log has; locks it against other sequencers until the transaction ends. */
    long lockSize() {
        return jdbc.queryForObject("select size from log_state for update", Long.class);
    }

    long size() {
        return jdbc.queryForObject("select size from log_state", Long.class);
    }

    /** Which of these entries are in the log already. */
    Set<UUID> known(Collection<UUID> entries) {
        return jdbc.queryForList("select entry_id from entry_leaf where entry_id = any (?)", UUID.class, (Object) entries.toArray(UUID[]::new))
                .stream().collect(Collectors.toSet());
    }

    long countLeaves() {
        return jdbc.queryForObject("select count(*) from log_leaf", Long.class);
    }

    void append(long size, List<Leaf> leaves) {
        var rows = new ArrayList<Object[]>(leaves.size());
        var places = new ArrayList<Object[]>(leaves.size());
        long index = size;
        for (var leaf : leaves) {
            rows.add(new Object[] {index, leaf.data()});
            places.add(new Object[] {leaf.entry(), leaf.ledger().value(), index});
            index++;
        }
        jdbc.batchUpdate("insert into log_leaf (leaf_index, leaf_data) values (?, ?)", rows);
        jdbc.batchUpdate("insert into entry_leaf (entry_id, ledger_id, leaf_index) values (?, ?, ?)", places);
        jdbc.update("update log_state set size = ?", index);
    }

    /** Remembers up to where in the event stream every entry has its place in the log; in the transaction that gave it to them. */
    void reached(CommitOrderToken place) {
        jdbc.update("update log_state set transaction_number = ?, global_index = ?", place.transaction(), place.index());
    }

    /** Adds a leaf that is no entry; the caller holds the size. */
    void append(long size, byte[] data) {
        jdbc.update("insert into log_leaf (leaf_index, leaf_data) values (?, ?)", size, data);
        jdbc.update("update log_state set size = ?", size + 1);
    }

    /** Adds the hashes of the levels above 0 that {@code size} leaves complete. */
    void completeLevels(long before, long size) {
        for (int level = 1; size >>> (level * MerkleTree.TILE_BITS) > 0; level++) {
            long done = size >>> (level * MerkleTree.TILE_BITS);
            for (long node = before >>> (level * MerkleTree.TILE_BITS); node < done; node++) {
                var below = of(level - 1, node * MerkleTree.TILE, MerkleTree.TILE);
                jdbc.update("insert into log_node (level, node_index, hash) values (?, ?, ?) on conflict do nothing", level, node, MerkleTree.fold(below));
            }
        }
    }

    List<byte[]> leaves(long from, int count) {
        var leaves = jdbc.queryForList("select leaf_data from log_leaf where leaf_index >= ? and leaf_index < ? order by leaf_index", byte[].class, from, from + count);
        return all(leaves, 0, from, count);
    }

    @Override
    public List<byte[]> of(int level, long from, int count) {
        if (level == 0) {
            return leaves(from, count).stream().map(MerkleTree::leafHash).toList();
        }
        var hashes = jdbc.queryForList("select hash from log_node where level = ? and node_index >= ? and node_index < ? order by node_index",
                byte[].class, level, from, from + count);
        return all(hashes, level, from, count);
    }

    private static List<byte[]> all(List<byte[]> found, int level, long from, int count) {
        if (found.size() != count) {
            throw new IllegalStateException("the log lacks hashes of level " + level + " from " + from + " on: " + found.size() + " of " + count);
        }
        return found;
    }

    /** Where these entries stand; those that have no place yet are absent. */
    Map<UUID, Long> indexesOf(Collection<UUID> entries) {
        var found = new HashMap<UUID, Long>();
        jdbc.query("select entry_id, leaf_index from entry_leaf where entry_id = any (?)",
                row -> {
                    found.put(row.getObject(1, UUID.class), row.getLong(2));
                }, (Object) entries.toArray(UUID[]::new));
        return found;
    }

    boolean holds(UUID entry, LedgerId ledger) {
        return jdbc.queryForObject("select exists (select 1 from entry_leaf where entry_id = ? and ledger_id = ?)", Boolean.class, entry, ledger.value());
    }

    Optional<Checkpoint> newest() {
        return jdbc.query("select size, note from log_checkpoint order by size desc limit 1", (row, i) -> new Checkpoint(row.getLong(1), row.getString(2)))
                .stream().findFirst();
    }

    /** The newest that so many witnesses signed, or that is at least this old. */
    Optional<Checkpoint> newest(int cosignatures, Instant orSignedBefore) {
        return jdbc.query("select size, note from log_checkpoint where cosignatures >= ? or signed_at <= ? order by size desc limit 1",
                (row, i) -> new Checkpoint(row.getLong(1), row.getString(2)), cosignatures, Timestamp.from(orSignedBefore)).stream().findFirst();
    }

    /** The newest that so many witnesses signed; at least one. */
    Optional<Checkpoint> newestCosigned(int cosignatures) {
        return jdbc.query("select size, note from log_checkpoint where cosignatures > 0 and cosignatures >= ? order by size desc limit 1",
                (row, i) -> new Checkpoint(row.getLong(1), row.getString(2)), cosignatures).stream().findFirst();
    }

    /** Puts a witness's line below the checkpoint, unless it has one of this witness: another process may have been faster. */
    void cosign(long size, String line) {
        // Name, and the key id but for two bits: what tells one signer from another.
        var signer = line.substring(0, line.lastIndexOf(' ') + 1 + 5);
        jdbc.update("update log_checkpoint set note = note || ?, cosignatures = cosignatures + 1 where size = ? and position(? in note) = 0", line, size, signer);
    }

    /** Puts another note in the place of this one, unless somebody else did. */
    void replace(Checkpoint checkpoint, String note) {
        jdbc.update("update log_checkpoint set note = ? where size = ? and note = ?", note, checkpoint.size(), checkpoint.note());
    }

    void publish(Checkpoint checkpoint, Instant at) {
        jdbc.update("insert into log_checkpoint (size, note, signed_at) values (?, ?, ?) on conflict do nothing", checkpoint.size(), checkpoint.note(), Timestamp.from(at));
    }
}
