package org.innsyn.audit.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.audit.journal.Journal.Mark;
import org.innsyn.audit.journal.JournalEntry.CheckpointSigned;
import org.innsyn.audit.journal.JournalEntry.Erased;
import org.innsyn.audit.journal.JournalEntry.Suppressed;
import org.springframework.jdbc.core.JdbcTemplate;

/** The journal of this store: what the store says goes into it first, and the store remembers how far it has come. */
public final class StoreJournal {

    /** The key of the blind index. When it rotates, the old one is kept: hashes of the erased cannot be made again. */

    private final Journal journal;
    private final JdbcTemplate jdbc;

    public StoreJournal(Journal journal, JdbcTemplate jdbc) {
        this.journal = journal;
        this.jdbc = jdbc;
    }

    /** See {@link Journal#signed}: to be called before the checkpoint is published. */
    public void signed(CheckpointSigned checkpoint) {
        journal.signed(checkpoint);
    }

    /** Writes down that the ledger was shredded, from what is left of it: to be called before anybody is told. */
    public void erased(UUID ledger, UUID task) {
        journal.erased(erasure(ledger, Optional.of(task)));
        remember();
    }

    /** What the store says of a shredded ledger. */
    public Erased erasure(UUID ledger, Optional<UUID> task) {
        var keys = jdbc.queryForList("select key_id from vault_key where owner_id = ? and wrapped is null order by key_id", UUID.class, ledger);
        var suppressed = jdbc.query("select type, encode(hash, 'hex'), key_number from blind_index where ledger_id = ? and suppressed order by type, hash",
                (row, i) -> new Suppressed(row.getString(1), row.getString(2), row.getInt(3)), ledger);
        return jdbc.queryForObject("""
                select (body ->> 'request')::uuid, (body ->> 'number')::bigint, (body ->> 'shreddedAt')::timestamptz
                  from (select convert_from(payload, 'UTF8')::jsonb as body from domain_event where aggregate_id = ? and payload_type = 'ledger.LedgerShredded') each""",
                (row, i) -> new Erased(task.orElse(null), row.getObject(1, UUID.class), ledger, row.getLong(2), keys, suppressed,
                        row.getTimestamp(3).toInstant()), ledger.toString());
    }

    /** Lets the store remember how far the journal has come. */
    public void remember() {
        journal.marks().forEach((book, mark) -> jdbc.update("""
                insert into journal_mark (book, journal_id, number, digest) values (?, ?, ?, ?)
                on conflict (book) do update set number = excluded.number, digest = excluded.digest
                 where journal_mark.journal_id = excluded.journal_id and journal_mark.number < excluded.number""",
                book, mark.journal(), mark.number(), mark.digest()));
    }

    /** Lets the store forget the journal it had. */
    public void forget() {
        jdbc.update("delete from journal_mark");
    }

    /** What the store remembers, by book; empty before the journal was begun. */
    public Map<String, Mark> remembered() {
        var marks = new HashMap<String, Mark>();
        jdbc.query("select book, journal_id, number, digest from journal_mark",
                row -> {
                    marks.put(row.getString(1), new Mark(row.getObject(2, UUID.class), row.getLong(3), row.getBytes(4)));
                });
        return marks;
    }
}
