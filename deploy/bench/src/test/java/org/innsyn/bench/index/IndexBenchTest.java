package org.innsyn.bench.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.innsyn.bench.BenchPlace;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.junit.jupiter.api.Test;

class IndexBenchTest {

    /** Every document is held against its event, inside. */
    @Test
    void the_index_says_what_was_recorded() throws Exception {
        var report = new Report();

        new IndexBench().run(BenchPlace.open(), BenchPlace.TOY, report);

        assertThat(report.ratios()).extracting(Ratio::name).containsExactly("index.projection/bulk", "index.rebuild/bulk");
    }
}
