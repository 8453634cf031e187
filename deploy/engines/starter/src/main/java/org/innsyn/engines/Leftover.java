package org.innsyn.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine of an earlier run that still holds a data folder: usually one whose guard is just stopping it, seldom one
 * whose guard was killed too.
 */
final class Leftover {

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final int PATIENCE_SECONDS = 3;
    private static final int GRACE_SECONDS = 30;

    private Leftover() {}

    static Optional<Long> readPid(Path pidFile) {
        try {
            return Optional.of(Files.readString(pidFile).strip()).filter(text -> !text.isEmpty()).map(Long::valueOf);
        } catch (IOException | NumberFormatException absent) {
            return Optional.empty();
        }
    }

    /** Waits for its end, then asks for it, then enforces it; returns when nothing holds the folder any more. */
    static void stop(Path pidFile, Path home, GuardedProcess.StopSignal signal)
            throws IOException, InterruptedException {
        Optional<ProcessHandle> leftover = readPid(pidFile).flatMap(ProcessHandle::of);
        if (leftover.isPresent() && belongsTo(home, leftover.get())) {
            ProcessHandle process = leftover.get();
            LOG.info("An engine of an earlier run still holds {} (process {}); it is stopped first.", home, process.pid());
            if (!endsWithin(PATIENCE_SECONDS, process, home)) {
                new ProcessBuilder("kill", "-s", signal.name(), String.valueOf(process.pid())).start().waitFor();
                if (!endsWithin(GRACE_SECONDS, process, home)) {
                    process.destroyForcibly();
                    endsWithin(GRACE_SECONDS, process, home);
                }
            }
        }
        Files.deleteIfExists(pidFile);
    }

    /** A process id is used again by others: only a command line that names the folder is ours. A zombie has none. */
    private static boolean belongsTo(Path home, ProcessHandle process) {
        return process.isAlive()
                && process.info().commandLine().filter(line -> line.contains(home.toString())).isPresent();
    }

    private static boolean endsWithin(int seconds, ProcessHandle process, Path home) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (belongsTo(home, process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }
}
