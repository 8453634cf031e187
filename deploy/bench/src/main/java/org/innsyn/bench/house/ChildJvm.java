package org.innsyn.bench.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program in a JVM of its own that listens on a port. It ends when this JVM ends, however that ends. */
final class ChildJvm implements AutoCloseable {

    /** The options {@code ./innsyn up} gives the services, for everything that is compared. */
    static final List<String> OPTIONS = List.of("-Xmx1200m", "-Xmn500m", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    /** Ends the program when the pipe to its standard input is closed. */
    private static final String GUARD = """
            exec 3<&0; "$@" < /dev/null 3<&- & child=$!
            { cat <&3 > /dev/null; kill $child 2> /dev/null; } &
            exec 3<&-; wait $child""";

    private final Process guard;
    private final Path log;

    private ChildJvm(Process guard, Path log) {
        this.guard = guard;
        this.log = log;
    }

    static ChildJvm start(Path log, String classPath, List<String> jvmOptions, List<String> program) {
        var command = new ArrayList<>(List.of("bash", "-c", GUARD, "guard", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(OPTIONS);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath));
        command.addAll(program);
        try {
            return new ChildJvm(new ProcessBuilder(command).directory(log.getParent().toFile()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start(), log);
        } catch (IOException problem) {
            throw new UncheckedIOException("a program could not be started", problem);
        }
    }

    /** Returns when {@code health} is answered with 200. */
    void awaitReady(URI health) throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!answers(http, health)) {
                if (!guard.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("a measured program did not start; its log was " + log + ":\n" + lastLines());
                }
                Thread.sleep(100);
            }
        }
    }

    private static boolean answers(HttpClient http, URI health) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String lastLines() {
        try (var lines = java.nio.file.Files.lines(log)) {
            var all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 25), all.size()));
        } catch (IOException | UncheckedIOException gone) {
            return "(it cannot be read)";
        }
    }

    /** The operating system's id of the JVM itself; empty when it has ended. */
    Optional<Long> pid() {
        return guard.children().filter(child -> child.info().command().filter(command -> command.endsWith("java")).isPresent())
                .findFirst().map(ProcessHandle::pid);
    }

    /** Ends it as a power cut would (SIGKILL), and returns when it is gone. */
    void kill() throws InterruptedException {
        pid().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
        guard.waitFor();
        try {
            guard.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // nobody waits at its other end any more
        }
    }

    /** What the program has used of the processors until now. */
    Duration cpuTime() {
        return guard.descendants().map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus);
    }

    /** Stops it in order, and by force after half a minute. */
    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(30, TimeUnit.SECONDS)) {
                guard.descendants().forEach(ProcessHandle::destroyForcibly);
                guard.destroyForcibly();
            }
        } catch (IOException alreadyGone) {
            guard.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
