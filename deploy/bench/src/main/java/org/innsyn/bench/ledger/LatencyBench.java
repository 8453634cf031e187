package org.innsyn.bench.ledger;

import java.util.List;
import org.innsyn.bench.Bench;
import org.innsyn.bench.Sizes;
import org.innsyn.bench.house.House;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.load.Population;
import org.innsyn.bench.load.Workload;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.innsyn.bench.measure.Rounds;

/** How long a single reported event takes, at 200 a second in an open loop, against one raw INSERT and its commit. */
public final class LatencyBench implements Bench {

    private static final int PER_SECOND = 200;

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        try (var house = House.open(place)) {
            var service = house.auditService("audit");
            var workload = new Workload("single", new Population(sizes.people()), sizes.seconds() * PER_SECOND, 1, sizes.clients(), sizes.warmUps());
            var events = new SingleEvents(service, workload, PER_SECOND);
            var inserts = new SingleInserts(service.database(), workload, PER_SECOND);
            for (int round = workload.firstRound(); round < 0; round++) {
                place.progress().say("warming up, %d to go", -round);
                for (var each : List.of(events, inserts)) {
                    each.run(round);
                    each.check(round);
                }
            }
            var results = new Rounds(sizes.rounds(), place.progress()).run(List.of(events, inserts));
            report.results("latency", results);
            for (var unit : SingleEvents.units()) {
                report.ratio(new Ratio("ledger.latency-" + unit.substring(3), results.of(events.name(), unit).over(results.of(inserts.name(), unit)), Ratio.Bar.atMost(4)));
            }
            report.setting("latency", "%d single events a second for %d seconds a round, begun at fixed times and measured from those".formatted(PER_SECOND, sizes.seconds()));
        }
    }
}
