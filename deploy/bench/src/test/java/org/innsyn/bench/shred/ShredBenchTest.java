package org.innsyn.bench.shred;

import static org.assertj.core.api.Assertions.assertThat;

import org.innsyn.bench.BenchPlace;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.junit.jupiter.api.Test;

class ShredBenchTest {

    /** What is left is counted, inside. */
    @Test
    void a_shredded_log_is_refused_and_then_gone() throws Exception {
        var report = new Report();

        new ShredBench().run(BenchPlace.open(), BenchPlace.TOY, report);

        assertThat(report.ratios()).extracting(Ratio::name).containsExactly("shred.refused-300/refused-1", "shred.refused-600/refused-1", "shred.gone-1/deleted", "shred.gone-300/deleted", "shred.gone-600/deleted");
    }
}
