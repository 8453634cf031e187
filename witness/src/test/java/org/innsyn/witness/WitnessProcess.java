package org.innsyn.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.verifier.note.WitnessKey;

/** A witness as people run it: a process of its own. */
final class WitnessProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final WitnessKey key;
    private final URI address;

    WitnessProcess(Path folder, String... logKeys) throws IOException {
        var command = new ArrayList<>(command("--dir", folder.toString()));
        for (String logKey : logKeys) {
            command.addAll(List.of("--log", logKey));
        }
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            BufferedReader out = process.inputReader();
            var told = after("witness key: ", out.readLine());
            key = WitnessKey.parse(told);
            address = URI.create(after("a line in .innsyn/witnesses: " + told + " ", out.readLine()));
        } catch (IOException | RuntimeException | AssertionError e) {
            // Left alive, it would hold what the tests' own process writes to, and nobody would see their end.
            process.destroyForcibly();
            throw e;
        }
    }

    static List<String> command(String... words) {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "org.innsyn.witness.Main"));
        command.addAll(List.of(words));
        return command;
    }

    private static String after(String mark, String line) {
        if (line == null || !line.contains(mark)) {
            throw new AssertionError("the witness said " + line);
        }
        return line.substring(line.indexOf(mark) + mark.length());
    }

    WitnessKey key() {
        return key;
    }

    URI address() {
        return address;
    }

    HttpResponse<String> post(String body) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address.resolve("add-checkpoint")).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** SIGKILL. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
