package org.innsyn.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One engine as a child process: started, asked whether it lives, stopped, and started again over the same data.
 *
 * <p>Guarantees: the process ends when this JVM ends, however this JVM ends; what a start leaves behind is dealt with by
 * the next start over the same home. Does not guarantee: that a dead engine is restarted; that is the listener's choice.
 */
public abstract sealed class Engine implements AutoCloseable
        permits PostgresEngine, KafkaEngine, ElasticsearchEngine, DovecotEngine, RadicaleEngine, MariaDbEngine {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final String name;
    private final Path home;
    private final GuardedProcess.StopSignal stopSignal;
    private volatile GuardedProcess process;
    private volatile Consumer<EngineExit> onExit = exit -> {};

    Engine(String name, Path home, GuardedProcess.StopSignal stopSignal) {
        this.name = name;
        this.home = home;
        this.stopSignal = stopSignal;
    }

    /** Makes the data folder ready; runs before every start and does nothing the second time. */
    abstract void prepare() throws IOException, InterruptedException;

    /** The command line, run in {@link #home()}. */
    abstract List<String> command();

    /** Whether it answers its own protocol. */
    abstract boolean answers();

    /** Where it listens, as a client would write it. */
    public abstract String address();

    /** The name people read: {@code PostgreSQL}, {@code Kafka}, {@code Elasticsearch}, {@code Dovecot} and so on. */
    public final String name() {
        return name;
    }

    /** Its folder: data, configuration and log. */
    public final Path home() {
        return home;
    }

    /** What the process wrote, over all its starts. */
    public final Path log() {
        return home.resolve(name.toLowerCase(Locale.ROOT) + ".log");
    }

    /** The operating system's process id of the engine itself, empty while it does not run. */
    public final Optional<Long> pid() {
        return isAlive() ? process.pid() : Optional.empty();
    }

    /** Whether the process runs. */
    public final boolean isAlive() {
        GuardedProcess current = process;
        return current != null && current.isAlive();
    }

    /** Who is told when the engine ends unasked; called once per such end, on a thread of its own. */
    public final void onExit(Consumer<EngineExit> listener) {
        onExit = listener;
    }

    /**
     * Starts the process and waits until it answers.
     *
     * @throws EngineStartFailed when it does not within 90 seconds; nothing is left running then
     */
    public final synchronized void start() {
        if (isAlive()) {
            return;
        }
        try {
            Files.createDirectories(home);
            Leftover.stop(pidFile(), home, stopSignal);
            prepare();
            process = GuardedProcess.start(command(), home, pidFile(), log(), stopSignal);
            waitUntilItAnswers();
            watch(process);
        } catch (IOException problem) {
            throw failed(String.valueOf(problem.getMessage()), problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("the start was interrupted", interrupted);
        }
    }

    private void waitUntilItAnswers() throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers()) {
            if (!process.isAlive()) {
                throw failed("the process ended with code " + process.exitCode(), null);
            }
            if (System.nanoTime() > deadline) {
                throw failed("no answer within " + START_LIMIT.toSeconds() + " seconds", null);
            }
            Thread.sleep(50);
        }
    }

    private void watch(GuardedProcess watched) {
        watched.whenEnded(code -> {
            if (!watched.wasStopped()) {
                onExit.accept(new EngineExit(name, code, log()));
            }
        });
    }

    private EngineStartFailed failed(String why, Throwable cause) {
        stop();
        return new EngineStartFailed(name, why, log(), cause);
    }

    /** Stops the process in order and waits for its end; does nothing when it does not run. */
    public final synchronized void stop() {
        if (process != null) {
            process.stop();
        }
    }

    /** Same as {@link #stop()}. */
    @Override
    public final void close() {
        stop();
    }

    private Path pidFile() {
        return home.resolve("engine.pid");
    }

    /** Adds to a file that a server reads whenever somebody signs in. */
    static void append(Path file, String line) {
        try {
            Files.writeString(file, line, java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot write " + file, problem);
        }
    }

    /** Writes a file that did not exist, or leaves the one that does. */
    static String keep(Path file, String content) {
        try {
            if (Files.notExists(file)) {
                PrivateFile.write(file, content);
            }
            return Files.readString(file).strip();
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot keep " + file, problem);
        }
    }
}
