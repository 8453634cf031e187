package org.innsyn.bench;

import java.io.IOException;
import java.nio.file.Files;
import org.innsyn.bench.house.ClassPaths;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.measure.Progress;
import org.innsyn.bench.measure.Report;

/** What {@code ./innsyn bench} runs. */
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private Main() {}

    /**
     * Measures what is named and prints a table; exit code 0 when everything was measured, whether bars were reached or not,
     * 1 when something failed or left wrong contents, 2 when it was asked wrongly.
     */
    public static void main(String... arguments) {
        try {
            run(Options.parse(arguments));
            System.exit(0);
        } catch (Options.WrongUse wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_USE);
        } catch (Exception failed) {
            failed.printStackTrace();
            System.err.println("The measurement failed: " + failed.getMessage());
            System.exit(FAILED);
        }
    }

    private static void run(Options options) throws Exception {
        var progress = new Progress(System.err);
        var report = new Report();
        if (options.profiles().isPresent()) {
            Files.createDirectories(options.profiles().get());
        }
        var place = new Workplace(options.checkout(), options.checkout().resolve("deploy/bench/target"), ClassPaths.built(options.checkout()), options.profiles(), progress);
        for (var name : options.benches()) {
            progress.say("%s", name);
            Benches.of(name).run(place, options.sizes(), report);
            // Hours may have passed: what is known so far is not lost to what fails later.
            write(options, report);
        }
        System.out.print(report.markdown());
    }

    private static void write(Options options, Report report) throws IOException {
        if (options.json().isPresent()) {
            Files.writeString(options.json().get(), report.json());
        }
    }
}
