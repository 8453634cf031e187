package org.innsyn.drill;

import java.util.Optional;
import java.util.SplittableRandom;
import org.innsyn.bench.house.ClassPaths;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.measure.Progress;
import org.innsyn.drill.crash.Crash;
import org.innsyn.drill.erasure.ErasureDrill;
import org.innsyn.drill.fault.FaultDrill;

/** What {@code ./innsyn drill} runs. */
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int MISSING_ON_MACHINE = 5;
    private static final int CRASH_ROUNDS = 30;
    private static final int FAULT_DEPTH = 3;

    private Main() {}

    /** Exit code 0 only when all is well, 1 when it is not or the drill itself failed, 2 when it was asked wrongly, 5 when the machine lacks something. */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            var result = drill(Options.parse(arguments));
            System.out.println(result.words());
            System.out.println(result.well() ? "All is well." : "It is not well.");
            return result.well() ? 0 : FAILED;
        } catch (Options.WrongUse wrong) {
            System.err.println(wrong.getMessage());
            return WRONG_USE;
        } catch (MissingOnMachine missing) {
            System.err.println(missing.getMessage());
            return MISSING_ON_MACHINE;
        } catch (Exception failed) {
            failed.printStackTrace();
            System.err.println("The drill itself failed, so nothing is shown: " + failed.getMessage());
            return FAILED;
        }
    }

    private static Result drill(Options options) throws Exception {
        var place = new Workplace(options.checkout(), options.checkout().resolve("deploy/drill/target"), ClassPaths.built(options.checkout()), Optional.empty(), new Progress(System.err));
        return switch (options.drill()) {
            case "crash" -> options.control() ? Crash.control(place) : Crash.run(place, options.rounds() == 0 ? CRASH_ROUNDS : options.rounds(), options.home().resolve("drill/crash.json"));
            case "erasure" -> ErasureDrill.run(place, new SplittableRandom());
            case "faults" -> FaultDrill.run(place, options.rounds() == 0 ? FAULT_DEPTH : options.rounds());
            default -> throw new Options.WrongUse("Say what to drill: ./innsyn drill crash|faults|erasure");
        };
    }
}
