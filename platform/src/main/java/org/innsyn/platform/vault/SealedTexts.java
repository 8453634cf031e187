package org.innsyn.platform.vault;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.platform.crypto.RandomSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people write in their own words: it may name somebody, so each text lies sealed under the key of what it is about, and ends with that. */
public abstract class SealedTexts {

    private static final int REVISION = 1;

    private final JdbcTemplate jdbc;
    private final VaultKeys keys;
    private final RandomSource random;
    private final Clock clock;
    private final Rows rows;

    /**
     * A table of texts; it has the columns {@code key_id}, {@code revision} and {@code sealed} beside these.
     *
     * @param id the column that names a text
     * @param owner the column that names what it is about; null when the table does not say
     * @param field what each text is bound to, beside its name and its owner
     */
    public record Rows(String table, String id, @Nullable String owner, String field) {

        private String insert() {
            return owner == null
                    ? "insert into %s (%s, key_id, revision, sealed) values (?, ?, ?, ?)".formatted(table, id)
                    : "insert into %s (%s, %s, key_id, revision, sealed) values (?, ?, ?, ?, ?)".formatted(table, id, owner);
        }

        private String select() {
            return "select %1$s, key_id, revision, sealed from %2$s where %1$s = any (?)".formatted(id, table);
        }
    }

    protected SealedTexts(JdbcTemplate jdbc, VaultKeys keys, RandomSource random, Clock clock, Rows rows) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
        this.rows = rows;
    }

    /**
     * Keeps a text in the caller's transaction.
     *
     * @param owner whose key seals it
     * @return the name events know it by
     */
    public UUID keep(UUID owner, String text) {
        var key = keys.forOwner(owner, clock.instant().atZone(clock.getZone()).getYear());
        var id = random.randomId();
        var sealed = key.seal(id, rows.field(), REVISION, text.getBytes(StandardCharsets.UTF_8));
        jdbc.update(rows.insert(), rows.owner() == null ? new Object[] {id, key.id(), REVISION, sealed} : new Object[] {id, owner, key.id(), REVISION, sealed});
        return id;
    }

    /** Texts by name; one whose key is destroyed is absent. */
    public Map<UUID, String> open(Collection<UUID> texts) {
        record Stored(UUID text, UUID key, int revision, byte[] sealed) {}
        var stored = jdbc.query(rows.select(),
                (row, i) -> new Stored(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3), row.getBytes(4)), (Object) texts.toArray(UUID[]::new));
        var live = keys.byId(stored.stream().map(Stored::key).collect(Collectors.toSet()));
        var opened = new HashMap<UUID, String>();
        stored.stream().filter(row -> live.containsKey(row.key())).forEach(row -> opened.put(row.text(),
                new String(live.get(row.key()).open(row.text(), rows.field(), row.revision(), row.sealed()), StandardCharsets.UTF_8)));
        return opened;
    }
}
