package org.innsyn.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.innsyn.bench.Bench;
import org.innsyn.bench.BenchPlace;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Each in miniature: that it measures what it says, and that its contents are what they should be, which is checked inside. Takes minutes, so it is run only where
 * benches change: {@code ./innsyn test -Dinnsyn.bench.toys=all}.
 */
@EnabledIfSystemProperty(named = "innsyn.bench.toys", matches = "all")
class OtherRecordingBenchesTest {

    private final Report report = new Report();

    @Test
    void the_same_events_are_consumed_and_copied() throws Exception {
        run(new KafkaBench());
        assertThat(report.ratios()).extracting(Ratio::name).containsExactly("ledger.kafka/consume-copy");
    }

    @Test
    void single_events_are_measured_beside_single_inserts() throws Exception {
        run(new LatencyBench());
        assertThat(report.ratios()).extracting(Ratio::name).containsExactly("ledger.latency-p50", "ledger.latency-p99");
    }

    @Test
    void the_service_runs_beside_itself_without_sealing() throws Exception {
        run(new CryptoBench());
        assertThat(report.ratios()).extracting(Ratio::name).containsExactly("ledger.crypto-cost");
    }

    private void run(Bench bench) throws Exception {
        bench.run(BenchPlace.open(), BenchPlace.TOY, report);
    }
}
