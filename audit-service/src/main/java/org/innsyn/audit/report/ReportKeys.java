package org.innsyn.audit.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.NoteKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign audit reports, one at a time. A report is signed once, when it is finished, so a key needs no overlap with the next:
 * it is destroyed, and its public half stays published, because what it signed goes on verifying.
 */
public final class ReportKeys {

    /** How a key stands: public parts only. {@code retiredAt} is null for the key that signs now. */
    public record Standing(int number, String verifierKey, Instant openedAt, @Nullable Instant retiredAt) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final KeyFolder folder;
    private final String name;
    private final Clock clock;

    /** @param origin the log's */
    ReportKeys(JdbcTemplate jdbc, TransactionTemplate transaction, KeyFolder folder, String origin, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.folder = folder;
        this.name = origin + "/reports";
        this.clock = clock;
    }

    /** All keys there ever were, the newest first. The first one is made when it is asked for. */
    public List<Standing> all() {
        var all = stored();
        if (!all.isEmpty()) {
            return all;
        }
        var first = new NoteKey(name, folder.getOrCreate(id(1)));
        jdbc.update("insert into report_key (name, number, verifier_key, opened_at) values (?, 1, ?, ?) on conflict do nothing",
                name, first.verifierKey(), Timestamp.from(clock.instant()));
        return stored();
    }

    private List<Standing> stored() {
        return jdbc.query("select number, verifier_key, opened_at, retired_at from report_key where name = ? order by number desc",
                (row, i) -> new Standing(row.getInt(1), row.getString(2), row.getTimestamp(3).toInstant(),
                        Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant).orElse(null)), name);
    }

    /**
     * The key that signs now; whoever begins a report with it also ends it with it.
     *
     * @throws IllegalStateException when the folder has not the key that was published
     */
    ReportKey current() {
        var newest = all().getFirst();
        var key = new NoteKey(name, folder.find(id(newest.number())).orElseThrow(() -> new IllegalStateException(
                "key " + id(newest.number()) + " is not in the key folder. Bring it back, or make a new one: nothing is signed without it.")));
        if (!key.verifierKey().equals(newest.verifierKey())) {
            throw new IllegalStateException("the key folder has another key " + id(newest.number()) + " than the one that was published; nothing is signed with it");
        }
        return new ReportKey(key);
    }

    /** Opens a new key and destroys the one before. Whoever comes second makes one more. */
    public List<Standing> rotate() {
        all();
        int last = transaction.execute(status -> {
            // Locks out another rotation; what it wrote is seen by the next statement.
            jdbc.queryForObject("select number from report_key where name = ? and number = 1 for update", Integer.class, name);
            int signing = jdbc.queryForObject("select number from report_key where name = ? and retired_at is null", Integer.class, name);
            var next = new NoteKey(name, folder.getOrCreate(id(signing + 1)));
            var now = Timestamp.from(clock.instant());
            jdbc.update("update report_key set retired_at = ? where name = ? and number = ?", now, name, signing);
            jdbc.update("insert into report_key (name, number, verifier_key, opened_at) values (?, ?, ?, ?)", name, signing + 1, next.verifierKey(), now);
            return signing;
        });
        folder.destroy(id(last));
        return all();
    }

    private static String id(int number) {
        return "reports-%06d".formatted(number);
    }
}
