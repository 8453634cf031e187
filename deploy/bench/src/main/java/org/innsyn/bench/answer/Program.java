package org.innsyn.bench.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.innsyn.bench.house.Workplace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a program of {@code deploy/bench-requests} and reads the line it ends with. */
final class Program {

    private static final int HOURS = 2;

    private Program() {}

    /**
     * @param heap the most it may use ("256m")
     * @param secrets what it is told by its environment, where no list of processes shows it
     */
    static JsonNode run(Workplace place, Path folder, String heap, Map<String, String> secrets, List<String> words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap, "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError", "-cp", place.classPaths().of("deploy/bench-requests")));
        command.addAll(words);
        var log = folder.resolve("program.log").toFile();
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(secrets);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(HOURS, TimeUnit.HOURS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("a measured program failed: " + said + java.nio.file.Files.readString(log.toPath()));
        }
        return JsonMapper.shared().readTree(said.lines().filter(line -> line.startsWith("{")).reduce((_, last) -> last).orElseThrow());
    }
}
