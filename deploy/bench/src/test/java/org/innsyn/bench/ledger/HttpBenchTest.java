package org.innsyn.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.innsyn.bench.BenchPlace;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.junit.jupiter.api.Test;

class HttpBenchTest {

    /** Contents are checked inside: every COPY's rows equal the service's rows, and the run ends where they do not. */
    @Test
    void the_service_and_copy_write_the_same_rows() throws Exception {
        var report = new Report();

        new HttpBench().run(BenchPlace.open(), BenchPlace.TOY, report);

        assertThat(report.ratios()).extracting(Ratio::name).containsExactly("ledger.http/copy");
        assertThat(report.ratios().getFirst().rounds().values()).hasSize(2).allMatch(value -> value > 0);
        assertThat(report.json()).contains("\"entries at the end\" : \"120\"");
    }
}
