package org.innsyn.platform.vault;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the key that wraps subject keys. Deleting a row leaves its bytes in the write-ahead log and in backups; rewrapping what is
 * alive under a new epoch key and destroying the old one makes all those copies useless.
 *
 * <p>May be interrupted anywhere and called again: a closed epoch is rewrapped and destroyed by the next call. Safe beside other
 * processes that make and use keys, and beside another rotation.
 */
public final class Epochs {

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final EpochKeys keys;
    private final VaultKeys vault;
    private final Clock clock;

    public Epochs(JdbcTemplate jdbc, TransactionTemplate transaction, EpochKeys keys, VaultKeys vault, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keys = keys;
        this.vault = vault;
        this.clock = clock;
    }

    /** Opens a new epoch, moves every live key into it, and destroys the keys of all closed epochs. */
    public void rotate() {
        transaction.executeWithoutResult(t -> open());
        for (var closed : closed()) {
            while (rewrap(closed) > 0) {
                // the next batch
            }
            keys.destroy(closed);
            jdbc.update("update vault_epoch set destroyed_at = ? where epoch_id = ? and destroyed_at is null", now(), closed);
        }
    }

    /** Rotates when the current epoch is older than {@code age}, or an earlier rotation was interrupted. */
    public void rotateIfOlderThan(Duration age) {
        var opened = jdbc.queryForList("select opened_at from vault_epoch where closed_at is null", Timestamp.class).stream().findFirst();
        if (opened.isPresent() && opened.get().toInstant().plus(age).isBefore(clock.instant()) || !closed().isEmpty()) {
            rotate();
        }
    }

    /**
     * Since when what was destroyed at {@code destroyed} cannot be brought back from any copy of the database; empty while an epoch key
     * of that time is still alive.
     */
    public Optional<Instant> beyondRecoverySince(Instant destroyed) {
        return jdbc.query("""
                select max(destroyed_at), bool_and(destroyed_at is not null), count(*) from vault_epoch where opened_at <= ?""",
                (row, i) -> row.getLong(3) > 0 && row.getBoolean(2) ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.<Instant>empty(),
                Timestamp.from(destroyed)).getFirst();
    }

    /**
     * What was destroyed before this moment cannot be brought back from any copy of the database; empty before the first epoch. See
     * {@link #beyondRecoverySince}.
     */
    public Optional<Instant> beyondRecoveryBefore() {
        return Optional.ofNullable(jdbc.queryForObject("select min(opened_at) from vault_epoch where destroyed_at is null", Timestamp.class)).map(Timestamp::toInstant);
    }

    /** How many keys were wrapped by an epoch key that is destroyed, in a database of before that. Nobody can unwrap them any more. */
    public long keysOfLostEpochs() {
        return jdbc.queryForObject("select count(*) from vault_key where epoch_id = any (?) and wrapped is not null", Long.class, (Object) lost());
    }

    /**
     * Removes keys that cannot be unwrapped, so that their owners get others, and opens an epoch whose key is there. For a database that was
     * restored from a backup, before it is served.
     *
     * @return how many were removed
     */
    public int forgetLostEpochs() {
        var lost = lost();
        return lost.length == 0 ? 0 : transaction.execute(t -> {
            int removed = jdbc.update("delete from vault_key where epoch_id = any (?) and wrapped is not null", (Object) lost);
            jdbc.update("update vault_epoch set closed_at = coalesce(closed_at, ?), destroyed_at = ? where epoch_id = any (?)", now(), now(), lost);
            begin(jdbc, keys, clock);
            return removed;
        });
    }

    /** Epochs that the database takes for alive and whose keys are gone. */
    private String[] lost() {
        return jdbc.queryForList("select epoch_id from vault_epoch where destroyed_at is null order by epoch_id", String.class).stream()
                .filter(id -> !keys.has(id)).toArray(String[]::new);
    }

    /** How the keys stand. */
    public KeyCensus census() {
        return jdbc.queryForObject("""
                select (select epoch_id from vault_epoch where closed_at is null), (select opened_at from vault_epoch where closed_at is null),
                       (select count(*) from vault_epoch where closed_at is not null and destroyed_at is null),
                       count(*) filter (where wrapped is not null), count(*) filter (where wrapped is null) from vault_key""",
                (row, i) -> new KeyCensus(keys.store(), Optional.ofNullable(row.getString(1)),
                        Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant), row.getLong(3), row.getLong(4), row.getLong(5),
                        beyondRecoveryBefore()));
    }

    /** Waits for every transaction that is wrapping under the current key, see {@link VaultKeys}. */
    private void open() {
        var current = jdbc.queryForList("select epoch_id from vault_epoch where closed_at is null for update", String.class);
        current.forEach(id -> jdbc.update("update vault_epoch set closed_at = ? where epoch_id = ?", now(), id));
        begin(jdbc, keys, clock);
    }

    /** Makes the next epoch current; its key is on disk before any row names it. */
    static void begin(JdbcTemplate jdbc, EpochKeys keys, Clock clock) {
        long number = 1 + jdbc.queryForObject("select count(*) from vault_epoch", Long.class);
        var next = "epoch-%06d".formatted(number);
        keys.create(next);
        jdbc.update("insert into vault_epoch (epoch_id, opened_at) values (?, ?) on conflict do nothing", next, Timestamp.from(clock.instant()));
    }

    private List<String> closed() {
        return jdbc.queryForList("select epoch_id from vault_epoch where closed_at is not null and destroyed_at is null order by epoch_id", String.class);
    }

    private int rewrap(String closed) {
        return transaction.execute(t -> {
            var current = vault.currentEpoch();
            var ids = jdbc.queryForList("select key_id from vault_key where epoch_id = ? and wrapped is not null order by key_id limit " + BATCH + " for update", UUID.class, closed);
            ids.forEach(id -> vault.rewrap(id, current));
            return ids.size();
        });
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
