package org.innsyn.audit.disclosure.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is said about a name, sealed under the keys of the log it is about: destroyed with it. */
final class NameTexts {

    private static final String FIELD = "name-text";
    private static final int REVISION = 1;

    private final JdbcTemplate jdbc;
    private final VaultKeys keys;
    private final RandomSource random;
    private final Clock clock;

    NameTexts(JdbcTemplate jdbc, VaultKeys keys, RandomSource random, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    /** Keeps it in the caller's transaction. @return the name events know it by */
    UUID keep(UUID ledger, String text) {
        var key = keys.forOwner(ledger, clock.instant().atZone(clock.getZone()).getYear());
        var id = random.randomId();
        jdbc.update("insert into name_text (text_id, key_id, revision, sealed) values (?, ?, ?, ?)",
                id, key.id(), REVISION, key.seal(id, FIELD, REVISION, text.getBytes(StandardCharsets.UTF_8)));
        return id;
    }

    /** Texts by name; one whose key is destroyed is absent. */
    Map<UUID, String> open(Collection<UUID> texts) {
        record Stored(UUID text, UUID key, int revision, byte[] sealed) {}
        var stored = jdbc.query("select text_id, key_id, revision, sealed from name_text where text_id = any (?)",
                (row, i) -> new Stored(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3), row.getBytes(4)), (Object) texts.toArray(UUID[]::new));
        var live = keys.byId(stored.stream().map(Stored::key).collect(Collectors.toSet()));
        var opened = new HashMap<UUID, String>();
        stored.stream().filter(row -> live.containsKey(row.key())).forEach(row -> opened.put(row.text(),
                new String(live.get(row.key()).open(row.text(), FIELD, row.revision(), row.sealed()), StandardCharsets.UTF_8)));
        return opened;
    }
}
