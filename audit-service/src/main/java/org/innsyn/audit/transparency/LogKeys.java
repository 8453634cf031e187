package org.innsyn.audit.transparency;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.NoteKey;
import org.innsyn.platform.crypto.NoteVerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign the log's checkpoints: one, or two while it changes. Which ones sign is a row in the database, so every process signs
 * with the same, also after a restart; the keys lie in the key folder. Nothing is signed with a key that is not the one the row names.
 *
 * @see <a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint, on key rotation</a>
 */
public final class LogKeys {

    /** How a key stands: public parts only. {@code signsUntil} is null for the key that has no successor yet. */
    public record Standing(int number, String verifierKey, Instant openedAt, @Nullable Instant signsUntil) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final KeyFolder folder;
    private final String origin;
    private final int generation;
    private final Clock clock;
    private final Map<Integer, NoteKey> loaded = new ConcurrentHashMap<>();

    LogKeys(JdbcTemplate jdbc, TransactionTemplate transaction, KeyFolder folder, LogOrigins.Origin origin, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.folder = folder;
        this.origin = origin.name();
        this.generation = origin.generation();
        this.clock = clock;
    }

    /** What the log calls itself. */
    public String origin() {
        return origin;
    }

    /** All keys there ever were, the newest first. The first one is made when it is asked for. */
    public List<Standing> all() {
        var all = stored();
        if (!all.isEmpty()) {
            return all;
        }
        var first = new NoteKey(origin, folder.getOrCreate(id(1)));
        jdbc.update("insert into log_key (origin, number, verifier_key, opened_at) values (?, 1, ?, ?) on conflict do nothing",
                origin, first.verifierKey(), Timestamp.from(clock.instant()));
        return stored();
    }

    private List<Standing> stored() {
        return jdbc.query("select number, verifier_key, opened_at, signs_until from log_key where origin = ? order by number desc",
                (row, i) -> new Standing(row.getInt(1), row.getString(2), row.getTimestamp(3).toInstant(),
                        Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant).orElse(null)), origin);
    }

    /**
     * The checkpoint's text with the signatures of all keys that sign now, the newest first.
     *
     * @throws IllegalStateException when a key is not in this process's folder: then nothing is signed
     */
    String sign(String text) {
        return text + "\n" + signing().stream().map(key -> key(key).line(text)).collect(Collectors.joining());
    }

    private List<Standing> signing() {
        var now = clock.instant();
        return all().stream().filter(key -> key.signsUntil() == null || key.signsUntil().isAfter(now)).toList();
    }

    private NoteKey key(Standing standing) {
        return loaded.computeIfAbsent(standing.number(), number -> {
            var seed = folder.find(id(number)).orElseThrow(() -> new IllegalStateException("the key folder has no log key number " + number));
            var key = new NoteKey(origin, seed);
            if (!key.verifierKey().equals(standing.verifierKey())) {
                throw new IllegalStateException("the key folder has another log key number " + number + " than the one that was published");
            }
            return key;
        });
    }

    /** The newest of the log's keys that signed this checkpoint: what belongs beside it in a proof. */
    String verifierKeyOf(LogTables.Checkpoint checkpoint) {
        return all().stream().map(Standing::verifierKey).filter(key -> new NoteVerifierKey(key).isNamedIn(checkpoint.note()))
                .findFirst().orElseThrow(() -> new IllegalStateException("the checkpoint is signed by none of the log's keys"));
    }

    /**
     * Opens a new key. For the overlap both sign.
     *
     * @param overlap how long the key that signed until now goes on
     */
    public List<Standing> rotate(Duration overlap) {
        if (overlap.isNegative()) {
            throw new IllegalArgumentException("an overlap is not negative");
        }
        all();
        transaction.executeWithoutResult(status -> {
            // Locks out another rotation; what it wrote is seen by the next statement.
            jdbc.queryForObject("select number from log_key where origin = ? and number = 1 for update", Integer.class, origin);
            int last = jdbc.queryForObject("select number from log_key where origin = ? and signs_until is null", Integer.class, origin);
            var next = new NoteKey(origin, folder.getOrCreate(id(last + 1)));
            var now = clock.instant();
            jdbc.update("update log_key set signs_until = ? where origin = ? and number = ?", Timestamp.from(now.plus(overlap)), origin, last);
            jdbc.update("insert into log_key (origin, number, verifier_key, opened_at) values (?, ?, ?, ?)", origin, last + 1, next.verifierKey(), Timestamp.from(now));
        });
        return all();
    }

    /** The checkpoint's note with the newest key's signature added, when it was published before there was this key. */
    Optional<String> completed(LogTables.Checkpoint checkpoint) {
        var newest = all().getFirst();
        var note = checkpoint.note();
        int end = note.indexOf("\n\n") + 1;
        var text = note.substring(0, end);
        return !text.startsWith(origin + "\n") || new NoteVerifierKey(newest.verifierKey()).isNamedIn(note)
                ? Optional.empty()
                : Optional.of(text + "\n" + key(newest).line(text) + note.substring(end + 1));
    }

    /** Destroys keys whose time is over: what they signed goes on verifying. */
    void destroyRetired() {
        var now = clock.instant();
        all().stream().filter(key -> key.signsUntil() != null && !key.signsUntil().isAfter(now) && folder.has(id(key.number()))).forEach(key -> {
            loaded.remove(key.number());
            folder.destroy(id(key.number()));
        });
    }

    private String id(int number) {
        return LogOrigins.keyId("log", generation, number);
    }
}
