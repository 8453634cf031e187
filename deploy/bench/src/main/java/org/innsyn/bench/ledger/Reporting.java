package org.innsyn.bench.ledger;

import java.util.Map;
import java.util.TreeMap;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.load.Reporters;
import org.innsyn.bench.load.Workload;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;

/** The real service, reported to over HTTP. Its clock stops with the last answer; what follows in the background is awaited before the next turn. */
final class Reporting implements Contender {

    static final String EVENTS_PER_SECOND = "events/s";

    private final String name;
    private final AuditService service;
    private final Workload workload;

    Reporting(String name, AuditService service, Workload workload) {
        this.name = name;
        this.service = service;
        this.workload = workload;
    }

    @Override
    public String name() {
        return name;
    }

    /** Fills the caches of all concerned, and makes people known to the ledger. */
    void warmUp() throws Exception {
        run(Workload.WARM_UP);
        check(Workload.WARM_UP);
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        try (var reporters = new Reporters(service, workload.sources(), workload.clients())) {
            return Map.of(EVENTS_PER_SECOND, workload.events() / reporters.report(workload, round));
        }
    }

    /** Every person has as many entries as were reported about them, numbered without gaps, and everything is in the log and in the index. */
    @Override
    public void check(int round) throws Exception {
        checkEntries(name, service, workload, round);
    }

    static void checkEntries(String name, AuditService service, Workload workload, int round) throws Exception {
        service.settle();
        var found = new TreeMap<Long, Long>();
        service.database().query(row -> found.put(row.getLong(1), row.getLong(2)),
                "select number, count(*) from ledger_head where kind = 'person' and number > 0 group by number");
        ContentsDiffer.unlessEqual(name, "how many people have how many entries", workload.entriesUpTo(round), found);
        long numbered = service.database().number("select count(distinct (aggregate_id, sequence_number)) from domain_event where payload_type = 'ledger.AccessRecorded'");
        ContentsDiffer.unlessEqual(name, "the number of entries", (long) workload.events() * (round + 2), numbered);
    }
}
