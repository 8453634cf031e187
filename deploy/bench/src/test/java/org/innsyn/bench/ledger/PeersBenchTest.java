package org.innsyn.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.innsyn.bench.BenchPlace;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes minutes, so it is run only where benches change: {@code ./innsyn test -Dinnsyn.bench.toys=all}. */
@EnabledIfSystemProperty(named = "innsyn.bench.toys", matches = "all")
class PeersBenchTest {

    /** Contents are checked inside: every peer has kept every person's accesses with their details, and the run ends where it has not. */
    @Test
    void peers_keep_what_they_are_reported() throws Exception {
        var report = new Report();
        var kinds = List.of(PeerKind.axonJdbc(100), PeerKind.axonJpa(1), PeerKind.envers(1), PeerKind.javers(1));

        new PeersBench(kinds).run(BenchPlace.open(), BenchPlace.TOY, report);

        assertThat(report.ratios()).extracting(Ratio::name).containsExactly(
                "ledger.http/axon-jdbc-100", "ledger.http/axon-jpa", "ledger.http/envers", "ledger.http/javers");
        assertThat(report.ratios()).allMatch(ratio -> ratio.rounds().values().stream().allMatch(value -> value > 0));
    }
}
