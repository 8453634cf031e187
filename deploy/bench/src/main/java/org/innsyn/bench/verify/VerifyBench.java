package org.innsyn.bench.verify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.innsyn.bench.Bench;
import org.innsyn.bench.Sizes;
import org.innsyn.bench.house.Scratch;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.innsyn.bench.measure.Rounds;

/** The checker over a whole log in a folder, from the start of its program to its end, against {@code sha256sum} over the same files. */
public final class VerifyBench implements Bench {

    private static final String BYTES_PER_SECOND = "MB/s";

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        try (var scratch = Scratch.below(place.scratch())) {
            var folder = scratch.folder("log");
            place.progress().say("writing a log of %,d entries", sizes.entries());
            long bytes = LogFolder.write(folder, sizes.entries());
            var verify = checker(place, folder, bytes);
            var sums = new Program("sha256sum", folder, bytes, "tile/entries/", List.of("bash", "-c", "find . -type f -print0 | xargs -0 sha256sum"));
            // Files are in the page cache for both from here on.
            verify.run(0);
            sums.run(0);
            var results = new Rounds(sizes.rounds(), place.progress()).run(List.of(verify, sums));
            report.results("verify", results);
            report.ratio(new Ratio("verify/sha256sum", results.of("verify", BYTES_PER_SECOND).over(results.of("sha256sum", BYTES_PER_SECOND)), Ratio.Bar.atLeast(0.2)));
            report.setting("verified", "%,d entries, %,d bytes of tiles".formatted(sizes.entries(), bytes));
        }
    }

    /** The checker as {@code ./innsyn verify} runs it. */
    static Contender checker(Workplace place, Path folder, long bytes) {
        return new Program("verify", folder, bytes, "\"result\":\"good\"", List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-cp", place.classPaths().of("verifier"), "org.innsyn.verifier.cli.Main", "--json", "--log", folder.toString()));
    }

    /** A program that reads all files of a folder. */
    private record Program(String name, Path folder, long bytes, String expected, List<String> command) implements Contender {

        /** @throws ContentsDiffer when it does not end well, or does not say what it should */
        @Override
        public Map<String, Double> run(int round) throws Exception {
            long begun = System.nanoTime();
            var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            ContentsDiffer.unlessEqual(name, "its exit code", 0, process.exitValue());
            ContentsDiffer.unlessEqual(name, "whether it says what it should", true, said.replace(" ", "").contains(expected));
            return Map.of(BYTES_PER_SECOND, bytes / 1e6 / seconds);
        }
    }
}
