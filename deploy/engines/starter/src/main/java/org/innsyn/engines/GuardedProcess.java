package org.innsyn.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** A process under {@code guard.sh}: it lives as long as this JVM holds the pipe to its guard. */
final class GuardedProcess {

    private static final int GRACE_SECONDS = 30;

    /** How an engine is told to stop in order. */
    enum StopSignal {
        /** What a JVM takes as "run the shutdown hooks". */
        TERM,
        /** What PostgreSQL takes as "fast shutdown": it does not wait for clients to leave. */
        INT
    }

    private final Process guard;
    private final Path pidFile;
    private volatile boolean stopped;

    private GuardedProcess(Process guard, Path pidFile) {
        this.guard = guard;
        this.pidFile = pidFile;
    }

    static GuardedProcess start(List<String> command, Path directory, Path pidFile, Path log, StopSignal signal)
            throws IOException {
        Path script = unpackGuard(directory);
        List<String> guarded = new ArrayList<>(List.of("bash", script.toString(), pidFile.toString()));
        guarded.addAll(List.of(signal.name(), String.valueOf(GRACE_SECONDS)));
        guarded.addAll(command);
        Process guard = new ProcessBuilder(guarded)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new GuardedProcess(guard, pidFile);
    }

    private static Path unpackGuard(Path directory) throws IOException {
        Path script = directory.resolve("guard.sh");
        try (InputStream resource = GuardedProcess.class.getResourceAsStream("guard.sh")) {
            Files.copy(resource, script, StandardCopyOption.REPLACE_EXISTING);
        }
        return script;
    }

    boolean isAlive() {
        return guard.isAlive();
    }

    boolean wasStopped() {
        return stopped;
    }

    int exitCode() {
        return guard.exitValue();
    }

    Optional<Long> pid() {
        return Leftover.readPid(pidFile);
    }

    void whenEnded(IntConsumer listener) {
        guard.onExit().thenAcceptAsync(ended -> listener.accept(ended.exitValue()));
    }

    /** Lets go of the guard and waits until it has seen the engine end. */
    void stop() {
        stopped = true;
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(GRACE_SECONDS + 10, TimeUnit.SECONDS)) {
                guard.destroyForcibly();
            }
        } catch (IOException alreadyGone) {
            guard.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
