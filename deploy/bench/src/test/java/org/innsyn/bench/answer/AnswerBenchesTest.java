package org.innsyn.bench.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.innsyn.bench.BenchPlace;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.junit.jupiter.api.Test;

/** That both sides read the same is compared inside. */
class AnswerBenchesTest {

    @Test
    void a_log_is_exported_and_copied() throws Exception {
        var report = new Report();

        new ExportBench().run(BenchPlace.open(), BenchPlace.TOY.withRounds(1), report);

        assertThat(report.ratios()).extracting(Ratio::name).containsExactly("export/copy-gzip", "export.heap/heap-of-a-tenth");
    }

    @Test
    void a_mailbox_is_read_in_both_ways() throws Exception {
        var report = new Report();

        new CollectBench().run(BenchPlace.open(), BenchPlace.TOY.withRounds(1), report);

        assertThat(report.ratios()).extracting(Ratio::name).containsExactly("collect/plain");
    }

    @Test
    void a_mailbox_is_copied() throws Exception {
        var report = new Report();

        new MailboxBench().run(BenchPlace.open(), BenchPlace.TOY.withRounds(1).withEntries(40), report);

        assertThat(report.ratios()).extracting(Ratio::name).containsExactly("copy.mailbox-heap/limit");
    }
}
