package org.innsyn.bench.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innsyn.bench.Bench;
import org.innsyn.bench.Sizes;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.house.House;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.load.Population;
import org.innsyn.bench.load.Workload;
import org.innsyn.bench.measure.ContentsDiffer;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.innsyn.bench.measure.Rounds;
import org.innsyn.bench.measure.Series;

/**
 * What sealing and committing cost: the service beside itself with classes that do neither (module {@code bench-unsealed}, on no other class
 * path). Keyed hashes stay on in both, because nothing can be found without them.
 */
public final class CryptoBench implements Bench {

    private static final String WORDS = "looked at to answer";

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        try (var house = House.open(place)) {
            var sealed = house.auditService("sealed");
            var unsealed = house.auditService("unsealed", Optional.of(place.checkout().resolve("deploy/bench-unsealed/target/classes")));
            var contenders = List.of(reporting(sealed, sizes), reporting(unsealed, sizes));
            Reporting.warmUp(contenders, sizes.warmUps(), place.progress());
            requireReadable("sealed", sealed, 0);
            requireReadable("unsealed", unsealed, unsealed.entries());
            var results = new Rounds(sizes.rounds(), place.progress()).run(contenders);
            report.results("crypto", results);
            report.ratio(new Ratio("ledger.crypto-cost", cost(results.of("sealed", Reporting.EVENTS_PER_SECOND), results.of("unsealed", Reporting.EVENTS_PER_SECOND)), Ratio.Bar.atMost(0.25)));
        }
    }

    private static Reporting reporting(AuditService service, Sizes sizes) {
        return new Reporting(service.name(), service, new Workload("crypto", new Population(sizes.people()), sizes.events(), sizes.batch(), sizes.clients(), sizes.warmUps()));
    }

    /** The share of the unsealed one's throughput that is lost. */
    private static Series cost(Series sealed, Series unsealed) {
        var cost = new ArrayList<Double>();
        sealed.over(unsealed).values().forEach(share -> cost.add(1 - share));
        return new Series(cost);
    }

    /** That the one really seals, and the other really does not. */
    private static void requireReadable(String name, AuditService service, long expected) {
        ContentsDiffer.unlessEqual(name, "the number of entries whose details can be read without a key", expected,
                service.database().number("select count(*) from entry_detail where position(convert_to(?, 'UTF8') in sealed) > 0", WORDS));
    }
}
