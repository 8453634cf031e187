package org.innsyn.audit.ledger.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.vault.VaultKey;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.jdbc.core.JdbcTemplate;

/** What identifies or describes a person in an entry, sealed under the person's key. */
public final class EntryDetails {

    private final JdbcTemplate jdbc;
    private final VaultKeys keys;

    public EntryDetails(JdbcTemplate jdbc, VaultKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** A row to be written. */
    record Row(UUID entry, LedgerId ledger, UUID key, byte[] sealed) {
        static Row seal(UUID entry, LedgerId ledger, VaultKey key, Map<String, byte[]> values) {
            return new Row(entry, ledger, key.id(), SealedFields.seal(key, entry, values));
        }
    }

    void insert(List<Row> rows) {
        jdbc.batchUpdate("insert into entry_detail (entry_id, ledger_id, key_id, revision, sealed) values (?, ?, ?, ?, ?)",
                rows.stream().map(row -> new Object[] {row.entry(), row.ledger().value(), row.key(), SealedFields.REVISION, row.sealed()}).toList());
    }

    /** Opened values by entry; an entry whose key is destroyed is absent. */
    public Map<UUID, Map<String, byte[]>> open(Collection<UUID> entries) {
        record Stored(UUID entry, UUID key, int revision, byte[] sealed) {}
        var stored = jdbc.query("select entry_id, key_id, revision, sealed from entry_detail where entry_id = any (?)",
                (row, i) -> new Stored(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3), row.getBytes(4)),
                (Object) entries.toArray(UUID[]::new));
        var live = keys.byId(stored.stream().map(Stored::key).collect(Collectors.toSet()));
        var opened = new HashMap<UUID, Map<String, byte[]>>();
        for (var row : new ArrayList<>(stored)) {
            var key = live.get(row.key());
            if (key != null) {
                opened.put(row.entry(), SealedFields.open(key, row.entry(), row.revision(), row.sealed()));
            }
        }
        return opened;
    }

    /** Removes up to {@code most} rows of the ledger; returns how many there were. */
    int delete(LedgerId ledger, int most) {
        return jdbc.update("delete from entry_detail where ctid = any (array(select ctid from entry_detail where ledger_id = ? limit ?))", ledger.value(), most);
    }

    /** How many rows of the ledger there are. */
    public long count(LedgerId ledger) {
        return jdbc.queryForObject("select count(*) from entry_detail where ledger_id = ?", Long.class, ledger.value());
    }
}
