package org.innsyn.bench.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.innsyn.bench.BenchPlace;
import org.innsyn.bench.measure.ContentsDiffer;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyBenchTest {

    @Test
    void a_whole_log_is_checked() throws Exception {
        var report = new Report();

        new VerifyBench().run(BenchPlace.open(), BenchPlace.TOY, report);

        assertThat(report.ratios()).extracting(Ratio::name).containsExactly("verify/sha256sum");
    }

    @Test
    void nothing_is_measured_when_the_checker_finds_a_log_bad(@TempDir Path folder) throws Exception {
        long bytes = LogFolder.write(folder, 600);
        var entries = folder.resolve("tile/entries/001");
        var changed = Files.readAllBytes(entries);
        changed[40] ^= 1;
        Files.write(entries, changed);

        var verify = VerifyBench.checker(BenchPlace.open(), folder, bytes);

        assertThatThrownBy(() -> verify.run(0)).isInstanceOf(ContentsDiffer.class).hasMessageContaining("its exit code is 1 and should be 0");
    }
}
