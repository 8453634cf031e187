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

    static LongLog make(AuditService service, int person, int entries) throws Exception {
        try (var reporters = new Reporters(service, List.of(SOURCE), 1)) {
            reporters.report(List.of(Events.json(List.of(Events.event(SOURCE, "first-" + person, person, person)))), 1);
        }
        var ledger = service.database().query(row -> row.getObject(1, UUID.class),
                "select ledger_id from ledger_head where kind = 'person' and state = 'open' and number = 1 order by slot desc limit 1").getFirst();
        if (entries > 1) {
            multiply(service, ledger, entries);
        }
        service.settle();
        return new LongLog(Population.account(person), ledger, entries);
    }

    /** In one statement, so that events, details and head agree whenever anybody looks. */
    private static void multiply(AuditService service, UUID ledger, int entries) {
        service.database().run("""
                with first as (select e.*, convert_from(payload, 'UTF8') as text, convert_from(payload, 'UTF8')::jsonb ->> 'entry' as entry
                                 from domain_event e where aggregate_id = '%1$s' and payload_type = 'ledger.AccessRecorded'),
                     more as materialized (select n, gen_random_uuid() as entry from generate_series(2, %2$d) as n),
                     events as (insert into domain_event (event_id, aggregate_id, sequence_number, aggregate_type, recorded_at, payload_type, payload_revision, payload, meta_data)
                         select gen_random_uuid()::text, aggregate_id, n, aggregate_type, recorded_at, payload_type, payload_revision,
                                convert_to(replace(regexp_replace(text, '"number":1,', '"number":' || n || ','), f.entry, m.entry::text), 'UTF8'), meta_data
                           from first f, more m order by n),
                     details as (insert into entry_detail (entry_id, ledger_id, key_id, revision, sealed)
                         select m.entry, ledger_id, key_id, revision, sealed from entry_detail d, more m where d.ledger_id = '%1$s')
                update ledger_head set number = %2$d, sequence = %2$d where ledger_id = '%1$s'""".formatted(ledger, entries));
    }
}
