package org.innsyn.audit.operator;

import java.util.ArrayList;
import java.util.List;
import org.innsyn.audit.accesslog.AccessLogIndex;
import org.innsyn.audit.recovery.Comparison;
import org.innsyn.audit.transparency.Cosigners;
import org.innsyn.audit.transparency.LogCheck;
import org.innsyn.schemas.operator.Finding;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares what is kept in several places: events, heads, vault, log and index. Reads only, in one snapshot of the database; what is on
 * its way into log and index is not counted as wrong. Reads every event once, so it takes its time on a large store.
 */
final class Doctor {

    private static final String ENTRIES = "domain_event where payload_type = 'ledger.AccessRecorded'";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final LogCheck log;
    private final Comparison journal;
    private final Cosigners witnesses;
    private final AccessLogIndex index;

    Doctor(JdbcTemplate jdbc, PlatformTransactionManager transactions, LogCheck log, Comparison journal, Cosigners witnesses, AccessLogIndex index) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.log = log;
        this.journal = journal;
        this.witnesses = witnesses;
        this.index = index;
    }

    List<Finding> examine() {
        // The index first: it can only be behind what the snapshot shows afterwards, never ahead of it.
        long indexed = index.countAfterRefresh();
        // Not in the snapshot: what is published is in the journal first, so the store has to be read after it.
        long unlikeJournal = journal.wrong();
        return snapshot.execute(status -> examine(indexed, unlikeJournal));
    }

    private List<Finding> examine(long indexed, long unlikeJournal) {
        var findings = new ArrayList<Finding>();
        findings.add(found("heads agree with events", """
                select count(*) from ledger_head h, lateral (
                       select max(sequence_number) as sequence, h.expired + count(*) filter (where payload_type = 'ledger.AccessRecorded'
                              and sequence_number > coalesce((select r.sequence from ledger_retention r where r.ledger_id = h.ledger_id), -1)) as number
                         from domain_event where aggregate_id = h.ledger_id::text) e
                 where h.state <> 'shredded' and (h.sequence, h.number) is distinct from (e.sequence, e.number)""",
                "A ledger's head says otherwise than its events. Stop the service, keep the database, and ask for help: entries may be missing."));
        findings.add(found("entries are numbered without gaps", """
                select count(*) from (select (convert_from(payload, 'UTF8')::jsonb ->> 'number')::bigint as number,
                       coalesce(r.number, 0) + row_number() over (partition by aggregate_id order by sequence_number) as place
                         from domain_event left join ledger_retention r on r.ledger_id = aggregate_id::uuid
                        where payload_type = 'ledger.AccessRecorded' and sequence_number > coalesce(r.sequence, -1)) each where number <> place""",
                "A ledger has a gap or a repeated number. Keep the database and ask for help."));
        findings.add(found("every entry's details are in the vault", """
                select count(*) from %s and not exists (
                       select 1 from entry_detail d where d.entry_id = (convert_from(payload, 'UTF8')::jsonb ->> 'entry')::uuid)
                   and not exists (select 1 from vault_key k where k.owner_id = aggregate_id::uuid and k.wrapped is null
                       and k.year = extract(year from (convert_from(payload, 'UTF8')::jsonb ->> 'recordedAt')::timestamptz at time zone 'UTC'))""".formatted(ENTRIES),
                "Entries without details can be shown but not explained or proved."));
        findings.add(found("details have a live key", """
                select count(*) from entry_detail d where not exists (select 1 from vault_key k where k.key_id = d.key_id and k.wrapped is not null)
                   and not exists (select 1 from ledger_retention r where r.ledger_id = d.ledger_id and r.cleaned_at is null)""",
                "Details whose key is gone cannot be read by anybody; a year whose retention is over loses them with its key."));
        findings.add(found("nothing is left of shredded ledgers", """
                select (select count(*) from entry_detail d join ledger_head h using (ledger_id) where h.state = 'shredded')
                     + (select count(*) from vault_key k join ledger_head h on h.ledger_id = k.owner_id where h.state = 'shredded' and k.wrapped is not null)
                     + (select count(*) from blind_index b join ledger_head h using (ledger_id) where h.state = 'shredded' and not b.suppressed)
                     + (select count(*) from %s and aggregate_id in (select ledger_id::text from ledger_head where state = 'shredded'))""".formatted(ENTRIES),
                "Something of a person who was told they are erased is still here. Shred the ledger again at once."));
        findings.add(found("the log holds what the events commit to", """
                with said as (select (body ->> 'entry')::uuid as entry_id, decode(body ->> 'leaf', 'base64') as leaf
                                from (select convert_from(payload, 'UTF8')::jsonb as body from %s) each)
                select count(*) from said join entry_leaf using (entry_id) join log_leaf using (leaf_index) where leaf <> leaf_data""".formatted(ENTRIES),
                "An entry was changed after it was committed to. Keep everything and find out by whom."));
        findings.add(new Finding("the log is dense and its newest checkpoint is its root", log.wrong(),
                "The log's leaves, hashes and checkpoint do not belong together. Keep everything; nothing new must be signed."));
        findings.add(new Finding("the store has everything its journal knows", unlikeJournal,
                "What was signed or erased is not so any more. Stop the service and say ./innsyn recover, which shows first what it will do."));
        findings.add(new Finding("no witness refuses the log", witnesses.troubled(),
                "A witness knows of more entries, of another story, or not of this log or its key; the service's log says which. Unless it was never told, keep everything."));
        long recorded = jdbc.queryForObject("select count(*) from " + ENTRIES, Long.class);
        findings.add(new Finding("the index holds no more than was recorded", Math.max(0, indexed - recorded),
                "Documents without an entry: ./innsyn rebuild accesslog makes the index anew."));
        return findings;
    }

    private Finding found(String check, String sql, String meaning) {
        return new Finding(check, jdbc.queryForObject(sql, Long.class), meaning);
    }
}
