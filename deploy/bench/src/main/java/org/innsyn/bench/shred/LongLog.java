package org.innsyn.bench.shred;

import java.util.List;
import java.util.UUID;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.load.Events;
import org.innsyn.bench.load.Population;
import org.innsyn.bench.load.Reporters;

/**
 * Somebody with so many entries: one is really reported, the others are rows like those of the first, written past the service. Log, index
 * and oversight follow them as they follow every event.
 *
 * @param account whose
 * @param ledger their ledger
 * @param entries how many
 */
record LongLog(String account, UUID ledger, int entries) {

    private static final String SOURCE = "urn:bench:shred:0";
    private static final int PART = 20_000;

    static LongLog make(AuditService service, int person, int entries) throws Exception {
        try (var reporters = new Reporters(service, List.of(SOURCE), 1)) {
            reporters.report(List.of(Events.json(List.of(Events.event(SOURCE, "first-" + person, person, person)))), 1);
        }
        var ledger = service.database().query(row -> row.getObject(1, UUID.class),
                "select ledger_id from ledger_head where kind = 'person' and state = 'open' and number = 1 order by slot desc limit 1").getFirst();
        service.settle();
        for (int from = 2; from <= entries; from += PART) {
            multiply(service, ledger, from, Math.min(from + PART - 1, entries));
            // Whoever follows the log reads one transaction after the other, as of a log that grew for years.
            service.settle();
        }
        return new LongLog(Population.account(person), ledger, entries);
    }

    /** In one statement, so that events, details and head agree whenever anybody looks. */
    private static void multiply(AuditService service, UUID ledger, int from, int to) {
        service.database().run("""
                with first as (select e.*, convert_from(payload, 'UTF8') as text, convert_from(payload, 'UTF8')::jsonb ->> 'entry' as entry
                                 from domain_event e where aggregate_id = '%1$s' and sequence_number = 1),
                     more as materialized (select n, gen_random_uuid() as entry from generate_series(%2$d, %3$d) as n),
                     events as (insert into domain_event (event_id, aggregate_id, sequence_number, aggregate_type, recorded_at, payload_type, payload_revision, payload, meta_data)
                         select gen_random_uuid()::text, aggregate_id, n, aggregate_type, recorded_at, payload_type, payload_revision,
                                convert_to(replace(regexp_replace(text, '"number":1,', '"number":' || n || ','), f.entry, m.entry::text), 'UTF8'), meta_data
                           from first f, more m order by n),
                     details as (insert into entry_detail (entry_id, ledger_id, key_id, revision, sealed)
                         select m.entry, d.ledger_id, d.key_id, d.revision, d.sealed
                           from first f join entry_detail d on d.entry_id = f.entry::uuid cross join more m)
                update ledger_head set number = %3$d, sequence = %3$d where ledger_id = '%1$s'""".formatted(ledger, from, to));
    }
}
