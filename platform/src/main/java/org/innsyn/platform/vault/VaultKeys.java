package org.innsyn.platform.vault;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.crypto.SealingKey;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The keys of the people and actors whose details are kept: one per owner and calendar year, stored wrapped by an epoch key.
 *
 * <p>Takes part in the caller's transaction. Guarantees that an owner's year has at most one key ever, that a destroyed key leaves a
 * tombstone, and that a tombstone is never replaced, also not by a transaction that began earlier.
 *
 * <p>The bound on what is remembered: nothing. No key is kept in memory between calls, so whatever is asked after a destruction committed
 * opens nothing, in every process; only a call that had its key before that may still finish. Of epoch keys see {@link StoredEpochKeys}.
 */
public final class VaultKeys {

    /** Instead of a calendar year: a key that lives as long as its owner does, whatever is kept of single years. */
    public static final int LIFELONG = 9999;

    private static final int EPOCH_ATTEMPTS = 20;

    private final JdbcTemplate jdbc;
    private final EpochKeys epochs;
    private final RandomSource random;
    private final Clock clock;

    public VaultKeys(JdbcTemplate jdbc, EpochKeys epochs, RandomSource random, Clock clock) {
        this.jdbc = jdbc;
        this.epochs = epochs;
        this.random = random;
        this.clock = clock;
    }

    /**
     * The keys of these owners for {@code year}, made where there are none.
     *
     * @throws KeyDestroyed when one of them was destroyed
     */
    public Map<UUID, VaultKey> forOwners(Collection<UUID> owners, int year) {
        return forOwners(owners, year, VaultKeys::refuse);
    }

    /** As {@link #forOwners}, without those whose key was destroyed. */
    public Map<UUID, VaultKey> forOwnersLeft(Collection<UUID> owners, int year) {
        return forOwners(owners, year, destroyed -> { });
    }

    private Map<UUID, VaultKey> forOwners(Collection<UUID> owners, int year, Consumer<UUID> destroyed) {
        var found = byOwner(owners, year, destroyed);
        var missing = new TreeSet<>(owners);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            create(missing, year);
            // Read again: another transaction may have made, or destroyed, some of them in between.
            found = byOwner(owners, year, destroyed);
        }
        return found;
    }

    public VaultKey forOwner(UUID owner, int year) {
        return forOwners(List.of(owner), year).get(owner);
    }

    /** The live keys among these ids; a destroyed one is absent. */
    public Map<UUID, VaultKey> byId(Collection<UUID> keyIds) {
        return acrossRotation(() -> readById(keyIds));
    }

    /** A key read just before it was moved to a new epoch is read again. */
    private static <T> T acrossRotation(Supplier<T> read) {
        try {
            return read.get();
        } catch (EpochKeys.Destroyed moved) {
            return read.get();
        }
    }

    private Map<UUID, VaultKey> readById(Collection<UUID> keyIds) {
        var keys = new HashMap<UUID, VaultKey>();
        jdbc.query("select key_id, owner_id, year, wrapped, epoch_id from vault_key where key_id = any (?) and destroyed_at is null",
                row -> {
                    var stored = Stored.of(row);
                    keys.put(stored.id, unwrap(stored));
                },
                (Object) keyIds.toArray(UUID[]::new));
        return keys;
    }

    public Optional<VaultKey> byId(UUID keyId) {
        return Optional.ofNullable(byId(List.of(keyId)).get(keyId));
    }

    /**
     * Destroys the owner's keys of all years, and leaves tombstones. The current year and {@link #LIFELONG} get one even without a key, so
     * that nothing sealed late can bring the owner back; a key made by a transaction that commits meanwhile is destroyed with the rest.
     *
     * @return how many keys were live
     */
    public int destroy(UUID owner) {
        var now = clock.instant();
        var thisYear = now.atZone(clock.getZone()).getYear();
        int live = jdbc.update("update vault_key set wrapped = null, destroyed_at = ? where owner_id = ? and destroyed_at is null",
                Timestamp.from(now), owner);
        for (int year : new int[] {thisYear, LIFELONG}) {
            jdbc.update("""
                    insert into vault_key (key_id, owner_id, year, wrapped, epoch_id, created_at, destroyed_at)
                    values (?, ?, ?, null, ?, ?, ?)
                    on conflict (owner_id, year) do update set wrapped = null, destroyed_at = excluded.destroyed_at where vault_key.destroyed_at is null""",
                    random.randomId(), owner, year, "none", Timestamp.from(now), Timestamp.from(now));
        }
        return live;
    }

    /**
     * Destroys the owner's keys of the calendar years up to {@code year}, and leaves tombstones; later ones and {@link #LIFELONG} stay.
     *
     * @return how many keys were live
     */
    public int destroyThrough(UUID owner, int year) {
        return jdbc.update("update vault_key set wrapped = null, destroyed_at = ? where owner_id = ? and year <= ? and destroyed_at is null",
                Timestamp.from(clock.instant()), owner, year);
    }

    /** How many keys of the owner can still open something. */
    public long live(UUID owner) {
        return jdbc.queryForObject("select count(*) from vault_key where owner_id = ? and (destroyed_at is null or wrapped is not null)",
                Long.class, owner);
    }

    /** The epoch that wraps new keys; it stays current until the caller's transaction ends. */
    String currentEpoch() {
        // Whoever waited for an epoch that was closed meanwhile finds none, and the next one only when looking again, as often as they change.
        for (int tried = 0; tried < EPOCH_ATTEMPTS; tried++) {
            var current = jdbc.queryForList("select epoch_id from vault_epoch where closed_at is null for share", String.class);
            if (!current.isEmpty()) {
                return current.getFirst();
            }
            if (jdbc.queryForObject("select count(*) from vault_epoch where closed_at is null", Long.class) == 0) {
                Epochs.begin(jdbc, epochs, clock);
            }
        }
        throw new IllegalStateException("no epoch is open");
    }

    /** Wraps a key anew; the caller holds its row. */
    void rewrap(UUID id, String epoch) {
        jdbc.query("select key_id, owner_id, year, wrapped, epoch_id from vault_key where key_id = ? and wrapped is not null", row -> {
            var stored = Stored.of(row);
            var place = place(stored.id, stored.owner, stored.year);
            jdbc.update("update vault_key set wrapped = ?, epoch_id = ? where key_id = ?",
                    epochs.key(epoch).seal(epochs.key(stored.epoch).open(stored.wrapped, place), place), epoch, id);
        }, id);
    }

    private static void refuse(UUID owner) {
        throw new KeyDestroyed(owner);
    }

    private Map<UUID, VaultKey> byOwner(Collection<UUID> owners, int year, Consumer<UUID> destroyed) {
        return acrossRotation(() -> readByOwner(owners, year, destroyed));
    }

    private Map<UUID, VaultKey> readByOwner(Collection<UUID> owners, int year, Consumer<UUID> destroyed) {
        var keys = new HashMap<UUID, VaultKey>();
        jdbc.query("select key_id, owner_id, year, wrapped, epoch_id from vault_key where owner_id = any (?) and year = ?",
                row -> {
                    var stored = Stored.of(row);
                    if (stored.wrapped == null) {
                        destroyed.accept(stored.owner);
                    } else {
                        keys.put(stored.owner, unwrap(stored));
                    }
                },
                owners.toArray(UUID[]::new), year);
        return keys;
    }

    private void create(Collection<UUID> owners, int year) {
        var now = Timestamp.from(clock.instant());
        var epoch = currentEpoch();
        var wrapping = epochs.key(epoch);
        // In the owners' order: two transactions that make the same keys meet in the same order and never in a deadlock.
        jdbc.batchUpdate("""
                insert into vault_key (key_id, owner_id, year, wrapped, epoch_id, created_at)
                values (?, ?, ?, ?, ?, ?) on conflict (owner_id, year) do nothing""",
                owners.stream().map(owner -> {
                    var id = random.randomId();
                    var wrapped = wrapping.seal(random.bytes(SealingKey.LENGTH), place(id, owner, year));
                    return new Object[] {id, owner, year, wrapped, epoch, now};
                }).toList());
    }

    private VaultKey unwrap(Stored stored) {
        var key = epochs.key(stored.epoch).open(stored.wrapped, place(stored.id, stored.owner, stored.year));
        return new VaultKey(stored.id, stored.owner, new SealingKey(key), new KeyedHash(key));
    }

    private static byte[] place(UUID id, UUID owner, int year) {
        return ByteBuffer.allocate(36)
                .putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
                .putLong(owner.getMostSignificantBits()).putLong(owner.getLeastSignificantBits())
                .putInt(year)
                .array();
    }

    private record Stored(UUID id, UUID owner, int year, byte[] wrapped, String epoch) {
        static Stored of(java.sql.ResultSet row) throws java.sql.SQLException {
            return new Stored(row.getObject("key_id", UUID.class), row.getObject("owner_id", UUID.class), row.getInt("year"),
                    row.getBytes("wrapped"), row.getString("epoch_id"));
        }
    }
}
