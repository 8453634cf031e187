package org.innsyn.local;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code down}: asks the launcher to stop and waits until it has. */
final class Down {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final StateFile file;

    Down(HomeFolder home) {
        file = new StateFile(home);
    }

    void run() throws InterruptedException {
        HouseState state = file.requireRunning();
        ProcessHandle launcher = file.launcher(state).orElseThrow();
        launcher.destroy();
        try {
            launcher.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            System.out.println("Stopped. Everything recorded is kept.");
        } catch (TimeoutException | ExecutionException tooLong) {
            throw new Refusal(ExitCode.FAILED, "It was asked to stop and has not within " + PATIENCE.toSeconds()
                    + " seconds. ./innsyn status shows what still runs; its process is " + state.pid() + ".");
        }
    }
}
