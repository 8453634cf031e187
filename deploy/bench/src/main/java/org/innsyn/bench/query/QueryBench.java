package org.innsyn.bench.query;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

/** A person's first page in a small and in a large index, and of a very long log, against the bare query and against itself. */
public final class QueryBench implements Bench {

    private static final int SMALL = 100_000;
    private static final int LONGEST = 1_000_000;
    private static final int ENTRIES_EACH = 60;

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        int small = Math.min(SMALL, sizes.entries() / 2);
        int longest = Math.min(LONGEST, sizes.entries() / 2);
        try (var few = House.open(place); var many = House.open(place); var one = House.open(place)) {
            var contenders = new ArrayList<Contender>();
            contenders.addAll(prepared("small", few, small, sizes));
            contenders.addAll(prepared("large", many, sizes.entries(), sizes));
            contenders.addAll(ofOne("long", one, longest));
            place.progress().say("warming up");
            for (int round = -sizes.warmUps(); round < 0; round++) {
                for (var each : contenders) {
                    each.run(round);
                }
            }
            var results = new Rounds(sizes.rounds(), place.progress()).run(contenders);
            report.results("query", results);
            for (var size : List.of("small", "large", "long")) {
                report.ratio(new Ratio("query.page-" + size + "/bare", results.of("page-" + size, FirstPages.P50).over(results.of("bare-" + size, FirstPages.P50)),
                        Ratio.Bar.atMost(size.equals("long") ? 3 : 1.5)));
            }
            report.ratio(new Ratio("query.page-large/page-small", results.of("page-large", FirstPages.P50).over(results.of("page-small", FirstPages.P50)), Ratio.Bar.atMost(1.3)));
            report.setting("documents in the small and in the large index", "%,d and %,d".formatted(small, sizes.entries()));
            report.setting("entries in the long log", "%,d of one person".formatted(longest + ENTRIES_EACH));
        }
    }

    /** Some people with real entries, and an index full of others. */
    private static List<Contender> prepared(String size, House house, int documents, Sizes sizes) throws Exception {
        var service = house.auditService("audit");
        report(service, FirstPages.PEOPLE);
        service.settle();
        house.progress().say("filling the %s index with %,d documents", size, documents);
        FilledIndex.fill(house, documents, sizes.people());
        return contenders(size, house, service, FirstPages.PEOPLE, ENTRIES_EACH);
    }

    /** One person, whose newest entries are real, and behind them so many that nobody reads them. */
    private static List<Contender> ofOne(String size, House house, int documents) throws Exception {
        var service = house.auditService("audit");
        report(service, 1);
        service.settle();
        house.progress().say("lengthening one log by %,d documents", documents);
        FilledIndex.lengthen(house, service.database().query(row -> row.getObject(1, UUID.class), "select ledger_id from ledger_head where kind = 'person' order by number desc limit 1").getFirst(), documents);
        return contenders(size, house, service, 1, ENTRIES_EACH + documents);
    }

    private static List<Contender> contenders(String size, House house, AuditService service, int people, long total) {
        return List.of(new FirstPages("page-" + size, house, service, people, total), new BareQueries("bare-" + size, house, service, people));
    }

    private static void report(AuditService service, int people) throws Exception {
        var source = "urn:bench:query:0";
        try (var reporters = new Reporters(service, List.of(source), 1)) {
            for (int person = 0; person < people; person++) {
                int of = person;
                List<AccessEvent> batch = IntStream.range(0, ENTRIES_EACH).mapToObj(i -> Events.event(source, of + "-" + i, of * ENTRIES_EACH + i, of)).toList();
                reporters.report(List.of(Events.json(batch)), batch.size());
            }
        }
    }
}
