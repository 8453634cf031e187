package org.innsyn.audit.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.innsyn.audit.hashing.HashRing;
import org.innsyn.audit.hashing.HashRotation;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.store.EntryDetails;
import org.innsyn.audit.ledger.store.Field;
import org.innsyn.schemas.access.Identifier;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hashes identifiers anew from what was reported of the same person. Those of a shredded person stay as they are: nothing knows them any
 * more. So do those the company verified and nobody reported yet, until it is told of them again.
 */
final class BlindIndexRows implements HashRotation.Rows {

    private static final TypeReference<List<Identifier>> IDENTIFIERS = new TypeReference<>() {};
    /** How many entries are opened for one ledger; what a person goes by stands in nearly each. */
    private static final int LOOKED_AT = 1_000;
    private static final int AT_ONCE = 100;

    private final BlindIndex index;
    private final EntryDetails details;
    private final JdbcTemplate jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    BlindIndexRows(BlindIndex index, EntryDetails details, JdbcTemplate jdbc) {
        this.index = index;
        this.details = details;
        this.jdbc = jdbc;
    }

    @Override
    public List<UUID> behind(int current, UUID after, int limit) {
        return jdbc.queryForList("select distinct ledger_id from blind_index where key_number <> ? and not suppressed and ledger_id > ? order by ledger_id limit ?",
                UUID.class, current, after, limit);
    }

    /** Holds the ledger's head, as shredding does: whoever comes second sees what the first one did. */
    @Override
    public int move(UUID owner, HashRing ring) {
        if (jdbc.queryForList("select 1 from ledger_head where ledger_id = ? and state <> 'shredded' for update", Integer.class, owner).isEmpty()) {
            return 0;
        }
        var ledger = new LedgerId(owner);
        var left = new HashSet<>(index.old(ring, ledger));
        int before = left.size();
        var entries = jdbc.queryForList("select entry_id from entry_detail where ledger_id = ? limit ?", UUID.class, owner, LOOKED_AT);
        for (int from = 0; from < entries.size() && !left.isEmpty(); from += AT_ONCE) {
            move(ring, ledger, left, reported(entries.subList(from, Math.min(entries.size(), from + AT_ONCE))));
        }
        return before - left.size();
    }

    private void move(HashRing ring, LedgerId ledger, Set<BlindIndex.OldLine> left, Set<Identifier> reported) {
        for (var identifier : reported) {
            left.stream().filter(line -> line.isOf(ring, identifier)).findFirst().ifPresent(line -> {
                index.move(ring, ledger, line, identifier);
                left.remove(line);
            });
        }
    }

    private Set<Identifier> reported(List<UUID> entries) {
        var reported = new HashSet<Identifier>();
        details.open(entries).values().stream().filter(values -> values.containsKey(Field.IDENTIFIERS))
                .forEach(values -> reported.addAll(json.readValue(values.get(Field.IDENTIFIERS), IDENTIFIERS)));
        return reported;
    }

    @Override
    public long count(int number) {
        return jdbc.queryForObject("select count(*) from blind_index where key_number = ?", Long.class, number);
    }
}
