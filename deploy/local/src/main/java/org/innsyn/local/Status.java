package org.innsyn.local;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.innsyn.local.HouseState.Part;
import org.innsyn.local.HouseState.Phase;

/** {@code status}: what runs, where it listens and which log to read. */
final class Status {

    private final HomeFolder home;
    private final StateFile file;
    private final PrintStream console;

    Status(HomeFolder home, PrintStream console) {
        this.home = home;
        this.file = new StateFile(home);
        this.console = console;
    }

    ExitCode run(boolean asJson) {
        Optional<HouseState> state = file.ofRunningHouse();
        if (state.isEmpty()) {
            console.println(asJson ? "{\"state\":\"STOPPED\",\"parts\":[]}" : "Nothing runs from " + home.root() + ". ./innsyn up starts it.");
            return ExitCode.NOT_RUNNING;
        }
        if (asJson) {
            console.println(StateFile.JSON.writeValueAsString(state.get()));
        } else {
            print(state.get());
        }
        return state.get().isHealthy() ? ExitCode.DONE : ExitCode.DEGRADED;
    }

    private void print(HouseState state) {
        console.println("Innsyn " + words(state.state()) + " at " + state.url() + " since " + state.since() + " (process " + state.pid() + ")");
        for (Part part : state.parts()) {
            console.printf(Locale.ROOT, "  %-14s %-12s %-24s process %-8s %s%n",
                    part.name(), words(part.state()), part.address(), part.pid() == null ? "-" : part.pid(), part.log());
        }
    }

    private static String words(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
