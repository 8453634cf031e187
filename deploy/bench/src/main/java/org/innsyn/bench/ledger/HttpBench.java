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

/** Recording over HTTP with everything on, against the best of 1, 2 and 4 COPY streams of the same rows, and against peers behind the same endpoint. */
public final class HttpBench implements Bench {

    private static final List<Integer> STREAMS = List.of(1, 2, 4);
    private static final List<PeerKind> PEERS = List.of(PeerKind.axonJdbc(1), PeerKind.axonJdbc(100), PeerKind.axonJpa(1), PeerKind.axonJpa(100),
            PeerKind.envers(1), PeerKind.envers(100), PeerKind.javers(1), PeerKind.javers(100));
    /** Enough for each client to have two; the slowest of the peers take a second for a batch. */
    private static final int PEER_BATCHES_PER_CLIENT = 2;

    private final List<PeerKind> peers;

    public HttpBench() {
        this(PEERS);
    }

    HttpBench(List<PeerKind> peers) {
        this.peers = peers;
    }

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        try (var house = House.open(place)) {
            var service = house.auditService("audit");
            var workload = new Workload("http", new Population(sizes.people()), sizes.events(), sizes.batch(), sizes.clients());
            Durability.settings(service.database()).forEach(report::setting);
            describe(sizes, report);
            var rows = new RecordedRows(service.database());
            var round = new RoundRows(sizes.events());
            var streams = STREAMS.stream().map(count -> new CopyStreams(service.database(), count, round)).toList();
            var reporting = new Marked(new Reporting("http", service, workload), rows, round, streams.getFirst().schema(), sizes.events() / sizes.batch());
            var contenders = new ArrayList<Contender>(List.of(reporting));
            contenders.addAll(streams);
            var reported = peers(house, sizes);
            contenders.addAll(reported);
            place.progress().say("warming up");
            for (var each : contenders) {
                each.run(Workload.WARM_UP);
                each.check(Workload.WARM_UP);
            }
            var results = new Rounds(sizes.rounds(), place.progress()).run(contenders);
            report.results("ledger", results);
            var best = results.best(Reporting.EVENTS_PER_SECOND, streams.stream().map(CopyStreams::name).toList());
            var http = results.of("http", Reporting.EVENTS_PER_SECOND);
            report.ratio(new Ratio("ledger.http/copy", http.over(best), Ratio.Bar.atLeast(0.25)));
            reported.forEach(each -> each.kind().bar().ifPresent(bar -> report.ratio(
                    new Ratio("ledger.http/" + each.name(), http.over(results.of(each.name(), Reporting.EVENTS_PER_SECOND)), bar))));
            report.setting("hit rate (events about somebody already known), first and last round",
                    "%.2f, %.2f".formatted(workload.hitRate(0), workload.hitRate(sizes.rounds() - 1)));
            describe(service, report);
        }
    }

    private List<PeerReporting> peers(House house, Sizes sizes) throws Exception {
        var started = new ArrayList<PeerReporting>();
        for (var kind : peers) {
            house.progress().say("starting %s", kind.name());
            int events = Math.min(sizes.events(), PEER_BATCHES_PER_CLIENT * sizes.clients() * sizes.batch());
            started.add(new PeerReporting(house.peer(kind.name()), kind, new Workload("http", new Population(sizes.people()), events, sizes.batch(), sizes.clients())));
        }
        return started;
    }

    private static void describe(Sizes sizes, Report report) {
        report.setting("people", "%,d, drawn by Zipf 1.0".formatted(sizes.people()));
        report.setting("recording", "%,d events a round in batches of %d by %d clients, %d bytes of details each, one round of warming up before the first"
                .formatted(sizes.events(), sizes.batch(), sizes.clients(), Events.DETAIL_BYTES));
    }

    private static void describe(AuditService service, Report report) {
        report.note("COPY writes " + String.join(", ", RecordedRows.TABLES) + " with the service's indexes, one transaction a batch; it updates no heads and writes no leaves.");
        report.note("Peers get at most %d batches a client and round; they check no token, seal nothing, commit to nothing and recognise no repetition.".formatted(PEER_BATCHES_PER_CLIENT));
        report.note("The service's clock stops with the last answer. Log and index follow beside it and are awaited before the next turn.");
        report.setting("entries at the end", "%,d".formatted(service.entries()));
    }
}
