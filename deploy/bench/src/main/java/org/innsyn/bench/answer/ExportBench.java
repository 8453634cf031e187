package org.innsyn.bench.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.innsyn.bench.Bench;
import org.innsyn.bench.Sizes;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.house.House;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.load.Events;
import org.innsyn.bench.load.Reporters;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.innsyn.bench.measure.Rounds;

/** A person's whole access log as a copy, readable and with proofs, against the same rows as PostgreSQL copies them into gzip. */
public final class ExportBench implements Bench {

    private static final String SOURCE = "urn:bench:export:";
    private static final int SHORTER = 10;

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        try (var house = House.open(place)) {
            var service = house.auditService("audit");
            place.progress().say("recording %,d entries of one person", sizes.entries());
            var shorter = new Log(0, Math.max(1, sizes.entries() / SHORTER));
            var whole = new Log(1, sizes.entries());
            for (var log : List.of(shorter, whole)) {
                record(service, log, sizes);
            }
            service.settle();
            var exporting = new Exporting(house, service, whole.person(), whole.entries());
            var copying = new Copying(service.database(), exporting.ledger(), whole.entries());
            long heap = new Exporting(house, service, shorter.person(), shorter.entries()).heapOf();
            var results = new Rounds(sizes.rounds(), place.progress()).run(List.of(exporting, copying));
            report.results("export", results);
            report.ratio(new Ratio("export/copy-gzip", results.of(exporting.name(), Exporting.RATE).over(results.of(copying.name(), Exporting.RATE)), Ratio.Bar.atLeast(0.3)));
            report.ratio(new Ratio("export.heap/heap-of-a-tenth",
                    results.of(exporting.name(), Exporting.HEAP).over(new org.innsyn.bench.measure.Series(IntStream.range(0, sizes.rounds()).mapToObj(_ -> heap / 1e6).toList())),
                    Ratio.Bar.atMost(1.3)));
            report.note("The copy holds every entry as JSON Lines and as CSV, a proof of each, a statement of completeness and the pages, read from the audit-service over HTTP and compressed; the other side is COPY of the same entries' events and sealed details into gzip. The heap may be 256 MiB; its size is what was alive at most, looked at every five seconds by a full collection.");
        }
    }

    /** Somebody's log. */
    private record Log(int person, int entries) {}

    private static void record(AuditService service, Log log, Sizes sizes) throws Exception {
        var sources = IntStream.range(0, sizes.clients()).mapToObj(client -> SOURCE + client).toList();
        try (var reporters = new Reporters(service, sources, sizes.clients())) {
            // A batch at a time for each client: a million bodies do not fit into memory.
            int step = sizes.batch() * sizes.clients();
            for (int from = 0; from < log.entries(); from += step) {
                var bodies = new ArrayList<byte[]>();
                for (int client = 0; client < sizes.clients(); client++) {
                    int begin = from + client * sizes.batch();
                    int end = Math.min(log.entries(), begin + sizes.batch());
                    var source = sources.get(client);
                    if (begin < end) {
                        bodies.add(Events.json(IntStream.range(begin, end).mapToObj(n -> Events.event(source, log.person() + "-" + n, n, log.person())).toList()));
                        if (end - begin < sizes.batch()) {
                            reporters.report(List.of(bodies.removeLast()), end - begin);
                        }
                    }
                }
                reporters.report(bodies, sizes.batch());
            }
        }
    }
}
