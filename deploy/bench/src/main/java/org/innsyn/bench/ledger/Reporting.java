package org.innsyn.bench.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.load.Reporters;
import org.innsyn.bench.load.Workload;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;
import org.innsyn.bench.measure.Progress;

/** The real service, reported to over HTTP. Its clock stops with the last answer; what follows in the background is awaited before the next turn. */
final class Reporting implements Contender {

    static final String EVENTS_PER_SECOND = "events/s";
    /** Of the service's own process, everything it does beside recording included. */
    private static final String CPU = "µs of processor time an event";

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

    /**
     * Rounds before the first let compilers do their work, fill the caches of all concerned and make people known.
     *
     * @return what the very first of them gave, cold as everything was
     */
    static String warmUp(List<? extends Contender> contenders, int warmUps, Progress progress) throws Exception {
        var cold = new ArrayList<String>();
        for (int round = -warmUps; round < 0; round++) {
            progress.say("warming up, %d to go", -round);
            for (var each : contenders) {
                double measured = each.run(round).get(EVENTS_PER_SECOND);
                each.check(round);
                if (round == -warmUps) {
                    cold.add("%s %,.0f events/s".formatted(each.name(), measured));
                }
            }
        }
        return String.join(", ", cold);
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        try (var reporters = new Reporters(service, workload.sources(), workload.clients())) {
            var before = service.cpuTime();
            double seconds = reporters.report(workload, round);
            var figures = new LinkedHashMap<String, Double>();
            figures.put(EVENTS_PER_SECOND, workload.events() / seconds);
            figures.put(CPU, service.cpuTime().minus(before).toNanos() / 1e3 / workload.events());
            return figures;
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
        ContentsDiffer.unlessEqual(name, "the number of entries", workload.eventsUpTo(round), numbered);
    }
}
