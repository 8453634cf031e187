package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A house of its own for a test, used as a person uses it: through {@code ./innsyn}. */
final class Installation implements AutoCloseable {

    private static final Path CHECKOUT = Path.of(System.getProperty("innsyn.root"));

    /** A house that runs already, to try a story again and again on: {@code -Dinnsyn.story.home=.innsyn}. It is left as it was found, and running. */
    private static final String RUNNING = System.getProperty("innsyn.story.home", "");

    private final boolean borrowed;
    private final Path home;
    private final int port;
    private final Map<String, String> environment;

    /** What a command printed and ended with. */
    record Said(int code, String text) {

        Said endingWith(ExitCode expected) {
            assertThat(code).as(text).isEqualTo(expected.code());
            return this;
        }
    }

    Installation(String name) {
        this(name, Map.of());
    }

    /** @param environment settings beside those of every house, as a service reads them from its environment */
    Installation(String name, Map<String, String> environment) {
        this.environment = environment;
        borrowed = name.equals("story") && !RUNNING.isEmpty();
        home = (borrowed ? CHECKOUT.resolve(RUNNING) : Path.of("target", "house-" + name + "-" + ProcessHandle.current().pid())).toAbsolutePath();
        port = borrowed ? URI.create(state().url()).getPort() : freePorts();
    }

    Path home() {
        return home;
    }

    HousePorts ports() {
        return new HousePorts(port);
    }

    void up() throws IOException, InterruptedException {
        if (borrowed) {
            return;
        }
        innsyn("up", "--detach", "--port", String.valueOf(port)).endingWith(ExitCode.DONE);
    }

    Said innsyn(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), text.strip());
    }

    /** For a command that takes its time; what it prints goes to a file beside the home. */
    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(CHECKOUT.resolve("innsyn").toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("INNSYN_HOME", home.toString());
        builder.environment().put("INNSYN_BUILD", "no");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    HouseState state() {
        return StateFile.JSON.readValue(home.resolve("run/state.json").toFile(), HouseState.class);
    }

    /** As a power cut would: no hook runs, nothing is flushed. */
    void killLauncher() {
        ProcessHandle launcher = ProcessHandle.of(state().pid()).orElseThrow();
        launcher.destroyForcibly();
        launcher.onExit().join();
    }

    String token(String role) throws IOException, InterruptedException {
        return innsyn("token", role).endingWith(ExitCode.DONE).text();
    }

    List<Acknowledged> acknowledged() throws IOException {
        Path journal = home.resolve("demo/acknowledged.log");
        return Files.readAllLines(journal).stream().map(Acknowledged::parse).toList();
    }

    /** One line of the demo company's journal. */
    record Acknowledged(String source, String id, int people, String channel, String answer) {

        static Acknowledged parse(String line) {
            String[] words = line.split(" ");
            return new Acknowledged(words[0], words[1], Integer.parseInt(words[2]), words[3], words[4]);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (borrowed) {
            return;
        }
        innsyn("down");
        innsyn("reset", "--yes").endingWith(ExitCode.DONE);
    }

    private static int freePorts() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 32_000))
                .filter(base -> IntStream.range(base, base + 10).allMatch(Installation::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
