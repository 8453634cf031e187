package org.innsyn.audit.hashing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.KeyedHash;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The keys of one kind of hashes, by number. Which is current stands in the database and is asked in every unit of work, so that no process
 * goes on with an old one. Keys themselves lie in the key folder.
 *
 * <p>Whoever makes a new row holds the ring it was hashed with until the transaction ends: a rotation waits for them, and whoever comes
 * after it sees the new key. So nothing can be there twice, hashed with one key by one process and with another by the next.
 */
public final class HashKeys {

    private final JdbcTemplate jdbc;
    private final KeyFolder folder;
    private final String name;
    private final String table;
    private final Clock clock;
    private final ConcurrentHashMap<Integer, KeyedHash> open = new ConcurrentHashMap<>();

    /**
     * @param name of the keys ("blind-index"); it must stand in {@code hash_key}
     * @param table whose rows are hashed with them
     */
    public HashKeys(JdbcTemplate jdbc, KeyFolder folder, String name, String table, Clock clock) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.name = name;
        this.table = table;
        this.clock = clock;
    }

    /** Another key became current, or one ended, since the ring was read: what was looked up with it is to be looked up again. */
    public static final class Changed extends RuntimeException {
        Changed() {
            super("the keys of hashes changed meanwhile");
        }
    }

    public String name() {
        return name;
    }

    /** The keys as the caller's transaction sees them. */
    public HashRing now() {
        var keys = new TreeMap<Integer, KeyedHash>();
        var current = new ArrayList<Integer>(1);
        jdbc.query("select number, retired_at is null from hash_key where name = ? and destroyed_at is null", row -> {
            keys.put(row.getInt(1), open.computeIfAbsent(row.getInt(1), this::read));
            if (row.getBoolean(2)) {
                current.add(row.getInt(1));
            }
        }, name);
        return new HashRing(current.getFirst(), keys);
    }

    /**
     * Lets no other key become current until the transaction ends. To be called before rows hashed with {@code ring} are added.
     *
     * @throws Changed when another one is by now
     */
    public void hold(HashRing ring) {
        jdbc.query("select pg_advisory_xact_lock_shared(hashtext('innsyn.hash-key'), hashtext(?))", row -> {}, name);
        require(ring);
    }

    /** @throws Changed when these are not the keys any more */
    public void require(HashRing ring) {
        if (!now().equals(ring)) {
            throw new Changed();
        }
    }

    /** Makes a new key current; waits for everybody who adds rows. In the caller's transaction. The key is on disk before any row names it. */
    public int rotate() {
        lock();
        int next = 1 + jdbc.queryForObject("select max(number) from hash_key where name = ?", Integer.class, name);
        folder.getOrCreate(id(next));
        var now = Timestamp.from(clock.instant());
        jdbc.update("update hash_key set retired_at = ? where name = ? and retired_at is null", now, name);
        jdbc.update("insert into hash_key (name, number, opened_at) values (?, ?, ?)", name, next, now);
        return next;
    }

    /** Numbers of keys that are not current and not ended, oldest first. */
    public List<Integer> retired() {
        return jdbc.queryForList("select number from hash_key where name = ? and retired_at is not null and destroyed_at is null order by number", Integer.class, name);
    }

    /** Ends a key with which no row is hashed any more; the caller has counted. In the caller's transaction. */
    public void end(int number) {
        jdbc.update("update hash_key set destroyed_at = ? where name = ? and number = ? and retired_at is not null and destroyed_at is null",
                Timestamp.from(clock.instant()), name, number);
    }

    /** Lets a key be tried that the store does not know, because it was made after the backup the store was restored from. */
    public void tryAgain(int number) {
        var now = Timestamp.from(clock.instant());
        jdbc.update("insert into hash_key (name, number, opened_at, retired_at) values (?, ?, ?, ?) on conflict do nothing", name, number, now, now);
    }

    /** Removes the files of ended keys; repeating it removes nothing more. */
    public void removeEnded() {
        for (int number : jdbc.queryForList("select number from hash_key where name = ? and destroyed_at is not null", Integer.class, name)) {
            if (folder.has(id(number))) {
                folder.destroy(id(number));
            }
            open.remove(number);
        }
    }

    private void lock() {
        jdbc.query("select pg_advisory_xact_lock(hashtext('innsyn.hash-key'), hashtext(?))", row -> {}, name);
    }

    /** The first key is made before there is anything it could have hashed; whoever lacks a later one, or lost the first, lacks what it hashed. */
    private KeyedHash read(int number) {
        if (number == 1 && !folder.has(id(number)) && isUnused()) {
            folder.getOrCreate(id(number));
        }
        return new KeyedHash(folder.find(id(number)).orElseThrow(() -> new IllegalStateException(
                "key " + id(number) + " is not in the key folder. Bring it back; without it people and staff cannot be found.")));
    }

    private boolean isUnused() {
        return jdbc.queryForObject("select not exists (select from " + table + ")", Boolean.class);
    }

    private String id(int number) {
        return "%s-%06d".formatted(name, number);
    }
}
