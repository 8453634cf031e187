package org.innsyn.bench.ledger;

import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.load.Events;
import org.innsyn.bench.load.Reporters;
import org.innsyn.bench.load.Workload;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.OpenLoop;
import org.innsyn.bench.measure.Series;

/** Accesses reported one by one, at a steady rate. */
final class SingleEvents implements Contender {

    static final String P50 = "ms p50";
    static final String P99 = "ms p99";

    private final AuditService service;
    private final Workload workload;
    private final int perSecond;

    SingleEvents(AuditService service, Workload workload, int perSecond) {
        this.service = service;
        this.workload = workload;
        this.perSecond = perSecond;
    }

    @Override
    public String name() {
        return "single-event";
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        try (var reporters = new Reporters(service, workload.sources(), workload.clients())) {
            var requests = workload.batches(round).stream().map(Events::json).map(reporters::request).toList();
            return figures(new OpenLoop(perSecond).run(requests.size(), i -> reporters.http().sendAsync(requests.get(i), BodyHandlers.ofString())
                    .thenAccept(response -> reporters.requireRecorded(response, 1))));
        }
    }

    static Map<String, Double> figures(Series milliseconds) {
        return Map.of(P50, milliseconds.median(), P99, milliseconds.quantile(0.99));
    }

    @Override
    public void check(int round) throws Exception {
        Reporting.checkEntries(name(), service, workload, round);
    }

    static List<String> units() {
        return List.of(P50, P99);
    }
}
