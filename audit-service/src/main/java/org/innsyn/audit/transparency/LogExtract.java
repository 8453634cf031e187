package org.innsyn.audit.transparency;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.platform.crypto.NoteVerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A run of the log's leaves, with what shows that they stand in it: the checkpoints around them, and the hashes of everything to their
 * left and right. What covers a period is decided by the trees of heads, because only those say up to when everything is in.
 */
public final class LogExtract {

    private static final String HEADS = "select leaf_index, leaf_data from log_leaf where length(leaf_data) > 32 and leaf_index < ? order by leaf_index desc limit 500";

    private final JdbcTemplate jdbc;
    private final MerkleTree tree;
    private final PublishedCheckpoints checkpoints;
    private final LogKeys keys;

    LogExtract(JdbcTemplate jdbc, MerkleTree tree, PublishedCheckpoints checkpoints, LogKeys keys) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    /** A leaf; without an entry's id it is of another kind, such as a tree of heads. */
    public record Leaf(long index, byte[] data, @Nullable UUID entry, @Nullable UUID ledger) {}

    /** A signed checkpoint, as it was published. */
    public record Signed(long size, String note) {}

    private record Heads(long index, Instant at) {}

    /** The key that this checkpoint is checked with: the newest of those that signed it. */
    public String verifierKey(Signed checkpoint) {
        return keys.verifierKeyOf(new LogTables.Checkpoint(checkpoint.size(), checkpoint.note()));
    }

    /** The log's origin. */
    public String origin() {
        return keys.origin();
    }

    /**
     * The first leaf to look at so that nothing recorded at {@code from} or later is missed: the tree of heads before the last one that was
     * taken by then. Whatever stands before that one was in the log before the last one was begun, so it was recorded earlier.
     */
    public long begin(Instant from) {
        long before = Long.MAX_VALUE;
        boolean taken = false;
        for (var page = heads(before); !page.isEmpty(); page = heads(before)) {
            for (var each : page) {
                if (taken) {
                    return each.index();
                }
                taken = !each.at().isAfter(from);
                before = each.index();
            }
        }
        return 0;
    }

    /** Where everything recorded before {@code to} is in: after the first tree of heads taken then or later. Empty while there is none. */
    public Optional<Long> end(Instant to) {
        long before = Long.MAX_VALUE;
        Optional<Long> end = Optional.empty();
        for (var page = heads(before); !page.isEmpty(); page = heads(before)) {
            for (var each : page) {
                if (each.at().isBefore(to)) {
                    return end;
                }
                end = Optional.of(each.index() + 1);
                before = each.index();
            }
        }
        return end;
    }

    /** Has a tree of heads made that is taken at {@code to} or later, although nothing may be recorded any more. */
    public void want(Instant to) {
        jdbc.update("update log_heads_epoch set wanted_at = greatest(wanted_at, ?)", Timestamp.from(to));
    }

    private List<Heads> heads(long before) {
        return jdbc.query(HEADS, (row, i) -> new Heads(row.getLong(1), at(row.getBytes(2))), before).stream().filter(each -> each.at() != null).toList();
    }

    /** Null for a leaf of another kind. */
    private static @Nullable Instant at(byte[] leaf) {
        var lines = new String(leaf, StandardCharsets.UTF_8).split("\n");
        return lines[0].equals(HeadsLeaf.TYPE) ? Instant.parse(lines[3]) : null;
    }

    /** The newest checkpoint that is shown. */
    public Optional<Signed> newest() {
        return checkpoints.newest().map(each -> new Signed(each.size(), each.note()));
    }

    /** The newest checkpoint that was signed by then, if the key of the later one signed it: with another key a stranger could not tell that they are of one log. */
    public Optional<Signed> newest(Instant by, Signed later) {
        return newest(by).filter(each -> each.size() <= later.size() && new NoteVerifierKey(verifierKey(later)).isNamedIn(each.note()));
    }

    private Optional<Signed> newest(Instant by) {
        return jdbc.query("select size, note from log_checkpoint where signed_at <= ? order by size desc limit 1",
                (row, i) -> new Signed(row.getLong(1), row.getString(2)), Timestamp.from(by)).stream().findFirst();
    }

    /** Up to {@code count} leaves from {@code from} on, in order. */
    public List<Leaf> leaves(long from, int count) {
        return jdbc.query("select l.leaf_index, l.leaf_data, e.entry_id, e.ledger_id from log_leaf l left join entry_leaf e using (leaf_index)"
                        + " where l.leaf_index >= ? and l.leaf_index < ? order by l.leaf_index",
                (row, i) -> new Leaf(row.getLong(1), row.getBytes(2), row.getObject(3, UUID.class), row.getObject(4, UUID.class)), from, from + count);
    }

    /** The complete subtrees that the first {@code count} leaves are made of, the largest first. */
    public List<byte[]> before(long count) {
        var hashes = new ArrayList<byte[]>();
        for (long from = 0; from < count; ) {
            long size = Long.highestOneBit(count - from);
            hashes.add(tree.range(from, from + size));
            from += size;
        }
        return hashes;
    }

    /** The complete subtrees from {@code from} on of a tree of {@code size} leaves, each as large as it can be. */
    public List<byte[]> after(long from, long size) {
        var hashes = new ArrayList<byte[]>();
        for (long at = from; at < size; ) {
            long most = at == 0 ? Long.highestOneBit(size) : Math.min(Long.lowestOneBit(at), Long.highestOneBit(size - at));
            hashes.add(tree.range(at, at + most));
            at += most;
        }
        return hashes;
    }

    /** That the tree of {@code size} leaves begins with the one of {@code earlier} (RFC 6962 section 2.1.2). */
    public List<byte[]> consistency(long earlier, long size) {
        var hashes = new ArrayList<byte[]>();
        if (earlier > 0 && earlier < size) {
            consistency(earlier, 0, size, true, hashes);
        }
        return hashes;
    }

    private void consistency(long earlier, long from, long to, boolean known, List<byte[]> hashes) {
        if (earlier == to - from) {
            if (!known) {
                hashes.add(tree.range(from, to));
            }
            return;
        }
        long middle = MerkleTree.split(to - from);
        if (earlier <= middle) {
            consistency(earlier, from, from + middle, known, hashes);
            hashes.add(tree.range(from + middle, to));
        } else {
            consistency(earlier - middle, from + middle, to, false, hashes);
            hashes.add(tree.range(from, from + middle));
        }
    }
}
