package org.innsyn.bench.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.innsyn.bench.BenchPlace;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes minutes, so it is run only where benches change: {@code ./innsyn test -Dinnsyn.bench.toys=all}. */
@EnabledIfSystemProperty(named = "innsyn.bench.toys", matches = "all")
class QueryBenchTest {

    /** Every page is looked at as it comes, inside. */
    @Test
    void a_page_is_measured_beside_its_query() throws Exception {
        var report = new Report();

        new QueryBench().run(BenchPlace.open(), BenchPlace.TOY, report);

        assertThat(report.ratios()).extracting(Ratio::name).containsExactly("query.page-small/bare", "query.page-large/bare", "query.page-long/bare", "query.page-large/page-small");
    }
}
