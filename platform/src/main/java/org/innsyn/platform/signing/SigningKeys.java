package org.innsyn.platform.signing;

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
 * Keys for what is signed once, when it is finished: such a key needs no overlap with the next. It is destroyed, and its public half stays published, because
 * what it signed goes on verifying. Keys lie in the key folder, which there are stands in a table.
 */
public abstract class SigningKeys {

    /** How a key stands: public parts only. {@code retiredAt} is null for the key that signs now. */
    public record Standing(int number, String verifierKey, Instant openedAt, @Nullable Instant retiredAt) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final KeyFolder folder;
    private final Clock clock;
    private final String table;
    private final String file;
    private final String name;

    /**
     * @param table with the columns {@code name}, {@code number}, {@code verifier_key}, {@code opened_at} and {@code retired_at}
     * @param file how the keys are called in the folder, before their number
     * @param name under which they sign; another name begins another row of keys
     */
    protected SigningKeys(JdbcTemplate jdbc, TransactionTemplate transaction, KeyFolder folder, Clock clock, String table, String file, String name) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.folder = folder;
        this.clock = clock;
        this.table = table;
        this.file = file;
        this.name = name;
    }

    /** All keys there ever were, the newest first. The first one is made when it is asked for. */
    public List<Standing> all() {
        var all = stored();
        if (!all.isEmpty()) {
            return all;
        }
        var first = new NoteKey(name, folder.getOrCreate(id(1)));
        jdbc.update("insert into " + table + " (name, number, verifier_key, opened_at) values (?, 1, ?, ?) on conflict do nothing",
                name, first.verifierKey(), Timestamp.from(clock.instant()));
        return stored();
    }

    private List<Standing> stored() {
        return jdbc.query("select number, verifier_key, opened_at, retired_at from " + table + " where name = ? order by number desc",
                (row, _) -> new Standing(row.getInt(1), row.getString(2), row.getTimestamp(3).toInstant(),
                        Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant).orElse(null)), name);
    }

    /**
     * The key that signs now; whoever names it in what they write also signs with it.
     *
     * @throws IllegalStateException when the folder has not the key that was published
     */
    protected NoteKey signing() {
        var newest = all().getFirst();
        var key = new NoteKey(name, folder.find(id(newest.number())).orElseThrow(() -> new IllegalStateException(
                "key " + id(newest.number()) + " is not in the key folder. Bring it back, or make a new one: nothing is signed without it.")));
        if (!key.verifierKey().equals(newest.verifierKey())) {
            throw new IllegalStateException("the key folder has another key " + id(newest.number()) + " than the one that was published; nothing is signed with it");
        }
        return key;
    }

    /** Opens a new key and destroys the one before. Whoever comes second makes one more. */
    public List<Standing> rotate() {
        all();
        int last = Objects.requireNonNull(transaction.execute(_ -> {
            // Locks out another rotation; what it wrote is seen by the next statement.
            jdbc.queryForObject("select number from " + table + " where name = ? and number = 1 for update", Integer.class, name);
            int signing = Objects.requireNonNull(jdbc.queryForObject("select number from " + table + " where name = ? and retired_at is null", Integer.class, name));
            var next = new NoteKey(name, folder.getOrCreate(id(signing + 1)));
            var now = Timestamp.from(clock.instant());
            jdbc.update("update " + table + " set retired_at = ? where name = ? and number = ?", now, name, signing);
            jdbc.update("insert into " + table + " (name, number, verifier_key, opened_at) values (?, ?, ?, ?)", name, signing + 1, next.verifierKey(), now);
            return signing;
        }));
        folder.destroy(id(last));
        return all();
    }

    private String id(int number) {
        return "%s-%06d".formatted(file, number);
    }
}
