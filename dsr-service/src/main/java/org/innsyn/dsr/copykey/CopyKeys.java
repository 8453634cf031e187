package org.innsyn.dsr.copykey;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.NoteKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign copies, one at a time. A copy is signed once, when it is finished, so a key needs no overlap with the next: it is destroyed, and its
 * public half stays published, because what it signed goes on verifying.
 */
public final class CopyKeys {

    /** By this ending verifiers tell a key for copies from a log's. */
    private static final String ENDING = "/copies";

    /** How a key stands: public parts only. {@code retiredAt} is null for the key that signs now. */
    public record Standing(int number, String verifierKey, Instant openedAt, @Nullable Instant retiredAt) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final KeyFolder folder;
    private final String name;
    private final Clock clock;

    /**
     * @param name under which it signs; another name begins another row of keys
     * @throws IllegalArgumentException when the name does not end in {@code /copies}
     */
    CopyKeys(JdbcTemplate jdbc, TransactionTemplate transaction, KeyFolder folder, String name, Clock clock) {
        if (!name.endsWith(ENDING)) {
            throw new IllegalArgumentException("innsyn.exports.signed-as must end in /copies: by that a checker tells it from the key of a log");
        }
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.folder = folder;
        this.name = name;
        this.clock = clock;
    }

    /** All keys there ever were, the newest first. The first one is made when it is asked for. */
    public List<Standing> all() {
        var all = stored();
        if (!all.isEmpty()) {
            return all;
        }
        var first = new NoteKey(name, folder.getOrCreate(id(1)));
        jdbc.update("insert into copy_key (name, number, verifier_key, opened_at) values (?, 1, ?, ?) on conflict do nothing",
                name, first.verifierKey(), Timestamp.from(clock.instant()));
        return stored();
    }

    private List<Standing> stored() {
        return jdbc.query("select number, verifier_key, opened_at, retired_at from copy_key where name = ? order by number desc",
                (row, _) -> new Standing(row.getInt(1), row.getString(2), row.getTimestamp(3).toInstant(),
                        Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant).orElse(null)), name);
    }

    /**
     * The key that signs now; whoever writes a manifest that names it also signs with it.
     *
     * @throws IllegalStateException when the folder has not the key that was published
     */
    public CopyKey current() {
        var newest = all().getFirst();
        var key = new NoteKey(name, folder.find(id(newest.number())).orElseThrow(() -> new IllegalStateException(
                "key " + id(newest.number()) + " is not in the key folder. Bring it back, or make a new one: no copy is signed without it.")));
        if (!key.verifierKey().equals(newest.verifierKey())) {
            throw new IllegalStateException("the key folder has another key " + id(newest.number()) + " than the one that was published; nothing is signed with it");
        }
        return new CopyKey(key);
    }

    /** Opens a new key and destroys the one before. Whoever comes second makes one more. */
    public List<Standing> rotate() {
        all();
        int last = Objects.requireNonNull(transaction.execute(_ -> {
            // Locks out another rotation; what it wrote is seen by the next statement.
            jdbc.queryForObject("select number from copy_key where name = ? and number = 1 for update", Integer.class, name);
            int signing = Objects.requireNonNull(jdbc.queryForObject("select number from copy_key where name = ? and retired_at is null", Integer.class, name));
            var next = new NoteKey(name, folder.getOrCreate(id(signing + 1)));
            var now = Timestamp.from(clock.instant());
            jdbc.update("update copy_key set retired_at = ? where name = ? and number = ?", now, name, signing);
            jdbc.update("insert into copy_key (name, number, verifier_key, opened_at) values (?, ?, ?, ?)", name, signing + 1, next.verifierKey(), now);
            return signing;
        }));
        folder.destroy(id(last));
        return all();
    }

    private static String id(int number) {
        return "copies-%06d".formatted(number);
    }
}
