package org.innsyn.dsr.vault;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.KeyedHash;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The keys accounts are hashed with, by number. Which is current stands in the database and is asked in the transaction that hashes, so that no process
 * goes on with an old one; keys themselves lie in the key folder.
 */
@Component
class AccountKeys {

    static final String NAME = "request-accounts";

    private static final String LOCK = "hashtextextended('request-accounts', 3)";

    private final JdbcTemplate jdbc;
    private final KeyFolder folder;
    private final Clock clock;
    private final ConcurrentHashMap<Integer, KeyedHash> open = new ConcurrentHashMap<>();

    AccountKeys(JdbcTemplate jdbc, KeyFolder folder, Clock clock) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.clock = clock;
    }

    /** The current key's number; no other becomes current until the transaction ends. */
    int hold() {
        jdbc.query("select pg_advisory_xact_lock_shared(" + LOCK + ")", _ -> {});
        return current();
    }

    int current() {
        return jdbc.queryForObject("select number from account_key where retired_at is null", Integer.class);
    }

    /** @throws IllegalStateException when it is not in the folder */
    KeyedHash number(int number) {
        return open.computeIfAbsent(number, _ -> new KeyedHash(number == 1 && isUnused() ? folder.getOrCreate(id(1)) : folder.find(id(number)).orElseThrow(
                () -> new IllegalStateException("key " + id(number) + " is not in the key folder. Bring it back; without it requests are not found by their account."))));
    }

    /** The first key is made before there is anything it could have hashed; whoever lost it lacks what it hashed. */
    private boolean isUnused() {
        return !folder.has(id(1)) && jdbc.queryForObject(
                "select not exists (select from request_register where account_hash is not null) and not exists (select from idempotency_key)", Boolean.class);
    }

    /** Makes a new key current, once nobody holds the one before. In the caller's transaction. It is on disk before a row names it. */
    int rotate() {
        jdbc.query("select pg_advisory_xact_lock(" + LOCK + ")", _ -> {});
        int next = current() + 1;
        folder.getOrCreate(id(next));
        var now = Timestamp.from(clock.instant());
        jdbc.update("update account_key set retired_at = ? where retired_at is null", now);
        jdbc.update("insert into account_key (number, opened_at) values (?, ?)", next, now);
        return next;
    }

    /** Keys that are not current and not ended, oldest first. */
    List<Integer> retired() {
        return jdbc.queryForList("select number from account_key where retired_at is not null and destroyed_at is null order by number", Integer.class);
    }

    /** Ends those with which nothing is hashed any more: their rows, then their files. Repeating it changes nothing more. */
    void endUnused() {
        jdbc.update("""
                update account_key k set destroyed_at = ?
                 where retired_at is not null and destroyed_at is null and not exists (select from idempotency_key where fingerprint_key = k.number)""",
                Timestamp.from(clock.instant()));
        for (int number : jdbc.queryForList("select number from account_key where destroyed_at is not null", Integer.class)) {
            open.remove(number);
            if (folder.has(id(number))) {
                folder.destroy(id(number));
            }
        }
    }

    private static String id(int number) {
        return "%s-%06d".formatted(NAME, number);
    }
}
