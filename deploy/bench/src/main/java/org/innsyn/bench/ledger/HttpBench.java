package org.innsyn.bench.ledger;

import java.util.ArrayList;
import java.util.List;
import org.innsyn.bench.Bench;
import org.innsyn.bench.Sizes;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.house.Durability;
import org.innsyn.bench.house.House;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.load.Events;
import org.innsyn.bench.load.Population;
import org.innsyn.bench.load.Workload;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.innsyn.bench.measure.Rounds;

/** Recording over HTTP with everything on, against the best of 1, 2 and 4 COPY streams of the same rows. */
public final class HttpBench implements Bench {

    private static final List<Integer> STREAMS = List.of(1, 2, 4);

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        try (var house = House.open(place)) {
            var service = house.auditService("audit");
            var workload = new Workload("http", new Population(sizes.people()), sizes.events(), sizes.batch(), sizes.clients(), sizes.warmUps());
            Durability.settings(service.database()).forEach(report::setting);
            describe(sizes, report);
            var rows = new RecordedRows(service.database());
            var round = new RoundRows(sizes.events());
            var streams = STREAMS.stream().map(count -> new CopyStreams(service.database(), count, round)).toList();
            var reporting = new Marked(new Reporting("http", service, workload), rows, round, streams.getFirst().schema(), workload);
            var contenders = new ArrayList<Contender>(List.of(reporting));
            contenders.addAll(streams);
            var cold = Reporting.warmUp(contenders, sizes.warmUps(), place.progress());
            var results = new Rounds(sizes.rounds(), place.progress()).run(contenders);
            report.results("ledger", results);
            var best = results.best(Reporting.EVENTS_PER_SECOND, streams.stream().map(CopyStreams::name).toList());
            report.ratio(new Ratio("ledger.http/copy", results.of("http", Reporting.EVENTS_PER_SECOND).over(best), Ratio.Bar.atLeast(0.25)));
            report.setting("the first round, cold and not counted", cold);
            report.setting("hit rate (events about somebody already known), first and last round",
                    "%.2f, %.2f".formatted(workload.hitRate(0), workload.hitRate(sizes.rounds() - 1)));
            describe(service, report);
        }
    }

    private static void describe(Sizes sizes, Report report) {
        report.setting("people", "%,d, drawn by Zipf 1.0".formatted(sizes.people()));
        report.setting("recording", "%,d events a round in batches of %d by %d clients, %d bytes of details each, %d rounds of warming up before the first"
                .formatted(sizes.events(), sizes.batch(), sizes.clients(), Events.DETAIL_BYTES, sizes.warmUps()));
    }

    private static void describe(AuditService service, Report report) {
        report.note("COPY writes " + String.join(", ", RecordedRows.TABLES) + " with the service's indexes, one transaction a batch; it updates no heads and writes no leaves.");
        report.note("The service's clock stops with the last answer. Log and index follow beside it and are awaited before the next turn.");
        report.setting("entries at the end", "%,d".formatted(service.entries()));
    }
}
