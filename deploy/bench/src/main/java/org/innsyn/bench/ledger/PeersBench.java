package org.innsyn.bench.ledger;

import java.util.ArrayList;
import java.util.List;
import org.innsyn.bench.Bench;
import org.innsyn.bench.Sizes;
import org.innsyn.bench.house.House;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.load.Population;
import org.innsyn.bench.load.Workload;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.innsyn.bench.measure.Rounds;

/** Recording over HTTP with everything on, against peers behind the same endpoint. */
public final class PeersBench implements Bench {

    private static final List<PeerKind> ALL = List.of(PeerKind.axonJdbc(1), PeerKind.axonJdbc(100), PeerKind.axonJpa(1), PeerKind.axonJpa(100),
            PeerKind.envers(1), PeerKind.envers(100), PeerKind.javers(1), PeerKind.javers(100));
    /** The slowest of the peers take seconds for a batch. */
    private static final int BATCHES_PER_CLIENT = 1;

    private final List<PeerKind> kinds;

    public PeersBench() {
        this(ALL);
    }

    PeersBench(List<PeerKind> kinds) {
        this.kinds = kinds;
    }

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        try (var house = House.open(place)) {
            var service = house.auditService("audit");
            var http = new Reporting("http", service, new Workload("peers", new Population(sizes.people()), sizes.events(), sizes.batch(), sizes.clients(), sizes.warmUps()));
            var peers = start(house, sizes);
            var contenders = new ArrayList<Contender>(List.of(http));
            contenders.addAll(peers);
            var cold = Reporting.warmUp(contenders, sizes.warmUps(), place.progress());
            var results = new Rounds(sizes.rounds(), place.progress()).run(contenders);
            report.results("peers", results);
            peers.forEach(each -> each.kind().bar().ifPresent(bar -> report.ratio(new Ratio("ledger.http/" + each.name(),
                    results.of("http", Reporting.EVENTS_PER_SECOND).over(results.of(each.name(), Reporting.EVENTS_PER_SECOND)), bar))));
            report.setting("peers' first round, cold and not counted", cold);
            report.note("Peers get at most %d batch a client and round; they check no token, seal nothing, commit to nothing and recognise no repetition.".formatted(BATCHES_PER_CLIENT));
        }
    }

    private List<PeerReporting> start(House house, Sizes sizes) throws Exception {
        var started = new ArrayList<PeerReporting>();
        for (var kind : kinds) {
            house.progress().say("starting %s", kind.name());
            int events = Math.min(sizes.events(), BATCHES_PER_CLIENT * sizes.clients() * sizes.batch());
            started.add(new PeerReporting(house.peer(kind.name()), kind, new Workload("peers", new Population(sizes.people()), events, sizes.batch(), sizes.clients(), sizes.warmUps())));
        }
        return started;
    }
}
