package org.innsyn.drill.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.innsyn.drill.MissingOnMachine;

/** strace, attached to processes of the drill's own until it is closed. */
final class Strace implements AutoCloseable {

    private static final String INJECTED = "(INJECTED)";
    /** A call that kills does not return, so its line says nothing of it; this one does. */
    private static final String KILLED = "+++ killed by SIGKILL +++";
    private static final Duration ATTACHING_LIMIT = Duration.ofSeconds(20);

    private final Process process;
    private final Path trace;
    private final Path words;

    private Strace(Process process, Path trace, Path words) {
        this.process = process;
        this.trace = trace;
        this.words = words;
    }

    /** @throws MissingOnMachine when there is none */
    static void require() {
        try {
            if (new ProcessBuilder("strace", "-V").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0) {
                return;
            }
        } catch (IOException notThere) {
            // said below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new MissingOnMachine("This drill makes system calls fail with strace, and there is none. Nothing was drilled. Install it (Debian: apt-get install strace).");
    }

    /**
     * Attaches to the processes and those they start.
     *
     * @param folder for its output
     * @throws MissingOnMachine when the system does not let it
     */
    static Strace attach(List<Long> pids, Fault fault, Path folder) throws IOException, InterruptedException {
        var trace = Files.createTempFile(folder, "strace", ".out");
        var words = Files.createTempFile(folder, "strace", ".err");
        var command = new ArrayList<>(List.of("strace", "-f", "-e", "trace=" + fault.calls(), "-e", "inject=%s:%s:when=%d".formatted(fault.calls(), fault.effect(), fault.when()),
                "-o", trace.toString()));
        pids.forEach(pid -> command.addAll(List.of("-p", pid.toString())));
        var strace = new Strace(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words.toFile()).start(), trace, words);
        long deadline = System.nanoTime() + ATTACHING_LIMIT.toNanos();
        while (!strace.says("attached") && System.nanoTime() < deadline && strace.process.isAlive()) {
            Thread.sleep(20);
        }
        if (!strace.says("attached")) {
            strace.close();
            throw new MissingOnMachine("strace may not attach to other processes here, so nothing was drilled: " + read(words).strip());
        }
        return strace;
    }

    private boolean says(String word) {
        return read(words).contains(word);
    }

    /** Whether the fault has happened to anybody, waited for up to {@code limit}. */
    boolean hasStruck(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            var text = read(trace);
            if (text.contains(INJECTED) || text.contains(KILLED)) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Lets go of the processes; they run on. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
