package org.innsyn.audit.savedsearch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.vault.VaultKeys;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.accesslog.SavedSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps searches. One that asks about somebody whose log there is, is sealed under that log's key: when the log is shredded, nobody can read any more that
 * somebody looked for them, and its row is removed when it is next come across.
 */
final class SavedSearches {

    /** What was not opened for so long is not needed. */
    static final Duration LIFE = Duration.ofDays(365);

    private static final String FIELD = "saved-search";
    private static final int REVISION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;
    private final Identities identities;
    private final VaultKeys keys;
    private final RandomSource random;
    private final Clock clock;

    SavedSearches(JdbcTemplate jdbc, Identities identities, VaultKeys keys, RandomSource random, Clock clock) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    private record Content(String name, @Nullable Identifier subject, Map<String, String> filters) {
        @Override
        public String toString() {
            return "Content[]";
        }
    }

    private record Row(UUID id, UUID key, int revision, byte[] sealed) {}

    /** In the caller's transaction. @param keeper random reference to whose it is */
    SavedSearch keep(UUID keeper, String name, @Nullable Identifier subject, Map<String, String> filters) {
        var now = clock.instant();
        var key = keys.forOwner(owner(keeper, subject), now.atZone(clock.getZone()).getYear());
        var id = random.randomId();
        jdbc.update("insert into saved_search (search_id, keeper, key_id, revision, sealed, kept_at, opened_at) values (?, ?, ?, ?, ?, ?, ?)", id, keeper, key.id(), REVISION,
                key.seal(id, FIELD, REVISION, JSON.writeValueAsBytes(new Content(name, subject, filters))), Timestamp.from(now), Timestamp.from(now));
        return new SavedSearch(id, name, subject, filters);
    }

    /** Where an identifier leads to several people, or to nobody, no one log is asked about. */
    private UUID owner(UUID keeper, @Nullable Identifier subject) {
        var ledgers = subject == null ? List.<LedgerId>of() : List.copyOf(identities.leadingTo(subject));
        return ledgers.size() == 1 ? ledgers.getFirst().value() : keeper;
    }

    long count(UUID keeper) {
        return jdbc.queryForObject("select count(*) from saved_search where keeper = ?", Long.class, keeper);
    }

    /** First kept first. */
    List<SavedSearch> of(UUID keeper) {
        jdbc.update("delete from saved_search where opened_at < ?", Timestamp.from(clock.instant().minus(LIFE)));
        return opened(jdbc.query("select search_id, key_id, revision, sealed from saved_search where keeper = ? order by kept_at, search_id", (row, i) -> new Row(
                row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3), row.getBytes(4)), keeper)).toList();
    }

    /** The keeper's own, and from now on opened today. */
    Optional<SavedSearch> find(UUID keeper, UUID id) {
        return opened(jdbc.query("update saved_search set opened_at = ? where keeper = ? and search_id = ? returning search_id, key_id, revision, sealed", (row, i) -> new Row(
                row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3), row.getBytes(4)), Timestamp.from(clock.instant()), keeper, id)).findFirst();
    }

    void remove(UUID keeper, UUID id) {
        jdbc.update("delete from saved_search where keeper = ? and search_id = ?", keeper, id);
    }

    private Stream<SavedSearch> opened(List<Row> rows) {
        var live = keys.byId(rows.stream().map(Row::key).collect(Collectors.toSet()));
        rows.stream().filter(row -> !live.containsKey(row.key())).forEach(row -> jdbc.update("delete from saved_search where search_id = ?", row.id()));
        return rows.stream().filter(row -> live.containsKey(row.key())).map(row -> {
            var content = JSON.readValue(live.get(row.key()).open(row.id(), FIELD, row.revision(), row.sealed()), Content.class);
            return new SavedSearch(row.id(), content.name(), content.subject(), content.filters());
        });
    }
}
