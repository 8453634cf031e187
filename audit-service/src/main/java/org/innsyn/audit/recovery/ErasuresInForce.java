package org.innsyn.audit.recovery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.innsyn.audit.journal.Journal;
import org.innsyn.audit.journal.JournalEntry.Erased;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether what was told to be erased still is. */
final class ErasuresInForce {

    private static final int BATCH = 1_000;

    private static final String UNDONE = """
            select each.ledger from unnest(?) as each (ledger)
             where not exists (select 1 from ledger_head h where h.ledger_id = each.ledger and h.state = 'shredded')
                or exists (select 1 from vault_key k where k.owner_id = each.ledger and k.wrapped is not null)
                or exists (select 1 from blind_index b where b.ledger_id = each.ledger and not b.suppressed)
                or exists (select 1 from entry_detail d where d.ledger_id = each.ledger)""";

    private static final String UNSUPPRESSED = """
            select distinct each.ledger from unnest(?, ?, ?) as each (ledger, type, hash)
             where not exists (select 1 from blind_index b where b.type = each.type and b.hash = each.hash and b.ledger_id = each.ledger and b.suppressed)""";

    private final JdbcTemplate jdbc;
    private final Journal journal;

    ErasuresInForce(JdbcTemplate jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    long missing() {
        var missing = new HashSet<UUID>();
        forEachMissing(erased -> missing.add(erased.ledger()));
        return missing.size();
    }

    /** Gives each erasure that is not in force; one that was told twice may be given twice. */
    void forEachMissing(Consumer<Erased> each) {
        var batch = new ArrayList<Erased>();
        journal.erasures(erased -> {
            batch.add(erased);
            if (batch.size() == BATCH) {
                missing(batch).forEach(each);
                batch.clear();
            }
        });
        missing(batch).forEach(each);
    }

    private List<Erased> missing(List<Erased> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        Set<UUID> undone = new HashSet<>(jdbc.queryForList(UNDONE, UUID.class, (Object) batch.stream().map(Erased::ledger).toArray(UUID[]::new)));
        var ledgers = new ArrayList<UUID>();
        var types = new ArrayList<String>();
        var hashes = new ArrayList<byte[]>();
        batch.forEach(erased -> erased.suppressed().forEach(line -> {
            ledgers.add(erased.ledger());
            types.add(line.type());
            hashes.add(HexFormat.of().parseHex(line.hash()));
        }));
        if (!ledgers.isEmpty()) {
            undone.addAll(jdbc.queryForList(UNSUPPRESSED, UUID.class, ledgers.toArray(UUID[]::new), types.toArray(String[]::new), hashes.toArray(byte[][]::new)));
        }
        return batch.stream().filter(erased -> undone.contains(erased.ledger())).toList();
    }
}
