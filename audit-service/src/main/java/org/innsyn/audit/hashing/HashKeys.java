package org.innsyn.audit.hashing;

import static java.util.stream.Collectors.toMap;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.KeyedHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The keys of one kind of hashes, by number. Which is current stands in the database and is asked in every unit of work, so that no process
 * goes on with an old one. Keys themselves lie in the key folder.
 *
 * <p>Whoever makes a new row holds the ring it was hashed with until the transaction ends: a rotation waits for them, and whoever comes
 * after it sees the new key. So nothing can be there twice, hashed with one key by one process and with another by the next.
 *
 * <p>Rows may hold several hashes, each with a key of its own: such keys have the same numbers and change together.
 */
public final class HashKeys {

    private static final int LOOKS = 3;
    private static final String LOCK = "select pg_advisory_xact_lock_shared(hashtext('innsyn.hash-key'), hashtext(?))";
    private static final String NUMBERS = "select number, retired_at is null from hash_key where name = ? and destroyed_at is null";

    private final JdbcTemplate jdbc;
    private final KeyFolder folder;
    private final String name;
    private final List<String> names;
    private final String table;
    private final Clock clock;
    private final ConcurrentHashMap<String, KeyedHash> open = new ConcurrentHashMap<>();
    private volatile @Nullable HashRing seen;

    /**
     * @param name of the keys ("blind-index"); it must stand in {@code hash_key}
     * @param table whose rows are hashed with them
     * @param beside names of keys that change with them
     */
    public HashKeys(JdbcTemplate jdbc, KeyFolder folder, String name, String table, Clock clock, String... beside) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.name = name;
        this.names = Stream.concat(Stream.of(name), Stream.of(beside)).toList();
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
        return rings().getFirst();
    }

    /** The keys that were seen last, by whichever transaction: to be used only with {@link #find} and {@link #add}, which say when they are not the keys any more. */
    public HashRing seen() {
        var last = seen;
        if (last == null) {
            last = now();
            seen = last;
        }
        return last;
    }

    /** Looks something up with the keys that were seen last, and again when they are not the keys any more. */
    public <T> T lookUp(Function<HashRing, T> look) {
        for (int tried = 1; ; tried++) {
            try {
                return look.apply(seen());
            } catch (Changed e) {
                if (tried == LOOKS) {
                    throw e;
                }
            }
        }
    }

    /** The same, followed by those that change with them. */
    public List<HashRing> rings() {
        var numbers = new Numbers();
        jdbc.query(NUMBERS, numbers, name);
        return names.stream().map(each -> new HashRing(numbers.current, numbers.all.stream().collect(toMap(n -> n, n -> key(each, n), (one, other) -> one, TreeMap::new)))).toList();
    }

    /** Which there are, row by row. */
    private static final class Numbers implements RowCallbackHandler {

        private final SortedSet<Integer> all = new TreeSet<>();
        private int current;

        @Override
        public void processRow(ResultSet row) throws SQLException {
            all.add(row.getInt(1));
            current = row.getBoolean(2) ? row.getInt(1) : current;
        }

        boolean areOf(HashRing ring) {
            return current == ring.current() && all.size() == ring.olderNumbers().size() + 1 && all.containsAll(ring.olderNumbers());
        }
    }

    /**
     * Lets no other key become current until the transaction ends. To be called before rows hashed with {@code ring} are added.
     *
     * @throws Changed when another one is by now
     */
    public void hold(HashRing ring) {
        jdbc.query(LOCK, row -> {}, name);
        require(ring);
    }

    /**
     * Looks rows up that are hashed with {@code ring}, in one round trip with whether these are the keys.
     *
     * @param found what the query finds, row by row; told before anything is thrown
     * @throws Changed when they are not the keys any more: to be looked up again
     */
    public void find(HashRing ring, String query, Object[] values, RowCallbackHandler found) {
        jdbc.execute(NUMBERS + "; " + query, (PreparedStatementCallback<Void>) statement -> {
            statement.setString(1, name);
            set(statement, 2, values);
            statement.execute();
            var numbers = new Numbers();
            all(statement, numbers);
            next(statement, found);
            require(ring, numbers);
            return null;
        });
    }

    private void require(HashRing ring, Numbers now) {
        if (!now.areOf(ring)) {
            seen = null;
            throw new Changed();
        }
    }

    private static void set(PreparedStatement statement, int from, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(from + i, values[i]);
        }
    }

    /**
     * Adds rows hashed with {@code ring}, and holds it as {@link #hold} does, in one round trip.
     *
     * @param insert a statement that returns what it added
     * @param values its parameters
     * @param added what it returns, row by row; told before anything is thrown
     * @throws Changed when another key is current by now: the transaction is to be rolled back
     */
    public void add(HashRing ring, String insert, Object[] values, RowCallbackHandler added) {
        jdbc.execute(LOCK + "; " + NUMBERS + "; " + insert, (PreparedStatementCallback<Void>) statement -> {
            statement.setString(1, name);
            statement.setString(2, name);
            set(statement, 3, values);
            statement.execute();
            var numbers = new Numbers();
            next(statement, numbers);
            next(statement, added);
            require(ring, numbers);
            return null;
        });
    }

    private static void next(PreparedStatement statement, RowCallbackHandler rows) throws SQLException {
        statement.getMoreResults();
        all(statement, rows);
    }

    private static void all(PreparedStatement statement, RowCallbackHandler rows) throws SQLException {
        try (var result = statement.getResultSet()) {
            while (result.next()) {
                rows.processRow(result);
            }
        }
    }

    /** @throws Changed when these are not the keys any more */
    public void require(HashRing ring) {
        var numbers = new Numbers();
        jdbc.query(NUMBERS, numbers, name);
        require(ring, numbers);
    }

    /** Makes a new key current; waits for everybody who adds rows. In the caller's transaction. The key is on disk before any row names it. */
    public int rotate() {
        lock();
        int next = 1 + jdbc.queryForObject("select max(number) from hash_key where name = ?", Integer.class, name);
        names.forEach(each -> folder.getOrCreate(id(each, next)));
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
            for (var each : names) {
                if (folder.has(id(each, number))) {
                    folder.destroy(id(each, number));
                }
                open.remove(id(each, number));
            }
        }
    }

    private void lock() {
        jdbc.query("select pg_advisory_xact_lock(hashtext('innsyn.hash-key'), hashtext(?))", row -> {}, name);
    }

    private KeyedHash key(String of, int number) {
        return open.computeIfAbsent(id(of, number), id -> read(id, number));
    }

    /** The first key is made before there is anything it could have hashed; whoever lacks a later one, or lost the first, lacks what it hashed. */
    private KeyedHash read(String id, int number) {
        if (number == 1 && !folder.has(id) && isUnused()) {
            folder.getOrCreate(id);
        }
        return new KeyedHash(folder.find(id).orElseThrow(() -> new IllegalStateException(
                "key " + id + " is not in the key folder. Bring it back; without it what was hashed with it cannot be found.")));
    }

    private boolean isUnused() {
        return jdbc.queryForObject("select not exists (select from " + table + ")", Boolean.class);
    }

    private static String id(String of, int number) {
        return "%s-%06d".formatted(of, number);
    }
}
