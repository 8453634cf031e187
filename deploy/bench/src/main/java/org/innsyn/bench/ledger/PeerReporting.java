package org.innsyn.bench.ledger;

import java.util.Map;
import java.util.TreeMap;
import org.innsyn.bench.house.Peer;
import org.innsyn.bench.load.Reporters;
import org.innsyn.bench.load.Workload;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;

/** A peer, reported to as the service is. */
final class PeerReporting implements Contender {

    private final Peer peer;
    private final PeerKind kind;
    private final Workload workload;

    PeerReporting(Peer peer, PeerKind kind, Workload workload) {
        this.peer = peer;
        this.kind = kind;
        this.workload = workload;
    }

    PeerKind kind() {
        return kind;
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        try (var reporters = new Reporters(peer, workload.sources(), workload.clients())) {
            return Map.of(Reporting.EVENTS_PER_SECOND, workload.events() / reporters.report(workload, round));
        }
    }

    /** Every person has as many accesses as were reported about them, each with its details. */
    @Override
    public void check(int round) {
        var found = new TreeMap<Long, Long>();
        peer.database().query(row -> found.put(row.getLong(1), row.getLong(2)),
                "select n, count(*) from (select person, count(*) filter (where details) as n from (%s) as kept group by person) as people group by n".formatted(kind.contents()));
        ContentsDiffer.unlessEqual(name(), "how many people have how many accesses", workload.entriesUpTo(round), found);
    }
}
