package org.innsyn.audit.oversight.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.audit.oversight.FindingId;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people write about findings: it may name people, so it lies sealed under the finding's own key. */
final class FindingNotes {

    private static final String FIELD = "note";
    private static final int REVISION = 1;

    private final JdbcTemplate jdbc;
    private final VaultKeys keys;
    private final RandomSource random;
    private final Clock clock;

    FindingNotes(JdbcTemplate jdbc, VaultKeys keys, RandomSource random, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    UUID keep(FindingId finding, String note) {
        var key = keys.forOwner(finding.value(), clock.instant().atZone(clock.getZone()).getYear());
        var id = random.randomId();
        jdbc.update("insert into finding_note (note_id, finding_id, key_id, revision, sealed) values (?, ?, ?, ?, ?)",
                id, finding.value(), key.id(), REVISION, key.seal(id, FIELD, REVISION, note.getBytes(StandardCharsets.UTF_8)));
        return id;
    }

    /** Notes by id; one whose key is destroyed is absent. */
    Map<UUID, String> open(Collection<UUID> notes) {
        record Stored(UUID note, UUID key, int revision, byte[] sealed) {}
        var stored = jdbc.query("select note_id, key_id, revision, sealed from finding_note where note_id = any (?)",
                (row, i) -> new Stored(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3), row.getBytes(4)), (Object) notes.toArray(UUID[]::new));
        var live = keys.byId(stored.stream().map(Stored::key).collect(Collectors.toSet()));
        var opened = new HashMap<UUID, String>();
        stored.stream().filter(row -> live.containsKey(row.key())).forEach(row -> opened.put(row.note(),
                new String(live.get(row.key()).open(row.note(), FIELD, row.revision(), row.sealed()), StandardCharsets.UTF_8)));
        return opened;
    }
}
