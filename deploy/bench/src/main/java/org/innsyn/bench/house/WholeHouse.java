package org.innsyn.bench.house;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A house as {@code ./innsyn up} starts it, with all its services in one JVM of a given size, on ports and in a folder of its own. */
public final class WholeHouse implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(5);
    private static final int PORTS = 12;
    private static final int FIRST_PORT = 21_000;
    private static final int LAST_PORT = 30_000;

    private final ChildJvm jvm;
    private final Path home;
    private final URI pages;

    private WholeHouse(ChildJvm jvm, Path home, URI pages) {
        this.jvm = jvm;
        this.home = home;
        this.pages = pages;
    }

    /** @param heap the services' heap, as {@code -Xmx} takes it ("1g") */
    public static WholeHouse start(Workplace place, Path folder, String heap) throws IOException, InterruptedException {
        int port = freePorts();
        var log = folder.resolve("house.log");
        Files.createFile(log);
        var home = Files.createDirectory(folder.resolve("home"));
        var jvm = ChildJvm.start(log, place.classPaths().of("deploy/local"), List.of("-Xmx" + heap, "-Xmn400m", "-Djava.io.tmpdir=" + folder), List.of("org.innsyn.local.Main",
                "--home", home.toString(), "--checkout", place.checkout().toString(), "up", "--port", Integer.toString(port)));
        var house = new WholeHouse(jvm, home, URI.create("http://localhost:" + port));
        house.awaitReady(log);
        return house;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!Files.readString(log).contains("Innsyn is ready")) {
            if (jvm.pid().isEmpty() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("the house did not start; it said:\n" + Files.readString(log));
            }
            Thread.sleep(500);
        }
    }

    /** The first of as many free ports as a house takes, below those that systems give to whoever connects somewhere. */
    private static int freePorts() {
        return IntStream.iterate(FIRST_PORT, port -> port < LAST_PORT, port -> port + PORTS)
                .filter(first -> IntStream.range(first, first + PORTS).allMatch(WholeHouse::isFree))
                .findFirst().orElseThrow(() -> new IllegalStateException("no " + PORTS + " ports in a row are free"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Where its pages are. */
    public URI pages() {
        return pages;
    }

    /** Somebody who can sign in, and with which role. */
    public record Person(String username, String password, String role) {
        @Override
        public String toString() {
            return "Person[" + role + "]";
        }
    }

    public List<Person> people() {
        var people = new ArrayList<Person>();
        for (JsonNode account : JsonMapper.shared().readTree(home.resolve("sign-in/directory.json").toFile()).get("accounts")) {
            people.add(new Person(account.get("username").asString(), account.get("password").asString(), account.get("roles").get(0).asString()));
        }
        return people;
    }

    /** What the services have used of the processors until now; the engines stand apart. */
    public Duration cpuTime() {
        return jvm.pid().flatMap(ProcessHandle::of).flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        jvm.close();
    }
}
