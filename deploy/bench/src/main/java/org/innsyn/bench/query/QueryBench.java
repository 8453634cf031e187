package org.innsyn.bench.query;

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
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.innsyn.bench.measure.Rounds;
import org.innsyn.schemas.access.AccessEvent;

/** A person's first page in a small and in a large index, against the bare query and against itself. */
public final class QueryBench implements Bench {

    private static final int SMALL = 100_000;
    private static final int ENTRIES_EACH = 60;

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        int small = Math.min(SMALL, sizes.entries() / 2);
        try (var few = House.open(place); var many = House.open(place)) {
            var contenders = new ArrayList<Contender>();
            contenders.addAll(prepared("small", few, small, sizes));
            contenders.addAll(prepared("large", many, sizes.entries(), sizes));
            place.progress().say("warming up");
            for (int round = -sizes.warmUps(); round < 0; round++) {
                for (var each : contenders) {
                    each.run(round);
                }
            }
            var results = new Rounds(sizes.rounds(), place.progress()).run(contenders);
            report.results("query", results);
            for (var size : List.of("small", "large")) {
                report.ratio(new Ratio("query.page-" + size + "/bare", results.of("page-" + size, FirstPages.P50).over(results.of("bare-" + size, FirstPages.P50)), Ratio.Bar.atMost(1.5)));
            }
            report.ratio(new Ratio("query.page-large/page-small", results.of("page-large", FirstPages.P50).over(results.of("page-small", FirstPages.P50)), Ratio.Bar.atMost(1.3)));
            report.setting("documents in the small and in the large index", "%,d and %,d".formatted(small, sizes.entries()));
        }
    }

    /** Some people with real entries, and an index full of others. */
    private static List<Contender> prepared(String size, House house, int documents, Sizes sizes) throws Exception {
        var service = house.auditService("audit");
        report(service);
        service.settle();
        house.progress().say("filling the %s index with %,d documents", size, documents);
        FilledIndex.fill(house, documents, sizes.people());
        return List.of(new FirstPages("page-" + size, house, service, ENTRIES_EACH), new BareQueries("bare-" + size, house, service));
    }

    private static void report(AuditService service) throws Exception {
        var source = "urn:bench:query:0";
        try (var reporters = new Reporters(service, List.of(source), 1)) {
            for (int person = 0; person < FirstPages.PEOPLE; person++) {
                int of = person;
                List<AccessEvent> batch = IntStream.range(0, ENTRIES_EACH).mapToObj(i -> Events.event(source, of + "-" + i, of * ENTRIES_EACH + i, of)).toList();
                reporters.report(List.of(Events.json(batch)), batch.size());
            }
        }
    }
}
