package org.innsyn.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.innsyn.schemas.access.AccessEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process captures, and is killed in the middle, or its disk takes no more. */
class CrashTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void what_was_handed_out_before_a_kill_is_reported_and_nothing_twice() throws Exception {
        try (var audit = new AuditPeer()) {
            Set<String> handedOut = new HashSet<>();
            for (int lines : List.of(1, 400, 1_500)) {
                var program = program(audit.address(), 256 * 1024, "exec");
                handedOut.addAll(saidUntilKilled(program, lines));
            }
            try (var capture = Capture.open(settings(audit.address()))) {
                assertThat(capture.drain(SOON)).isTrue();
                assertThat(capture.state().damages()).isZero();
                assertThat(capture.refused()).as("the same id never comes with other content").isEmpty();
            }
            assertThat(handedOut).hasSizeGreaterThan(1_500);
            assertThat(audit.recorded()).extracting(AccessEvent::id).containsAll(handedOut);
            var numbers = audit.recorded().stream().map(event -> event.data().sequence()).sorted().toList();
            assertThat(numbers).as("every number once, none skipped")
                    .containsExactlyElementsOf(LongStream.range(numbers.getFirst(), numbers.getFirst() + numbers.size()).boxed().toList());
        }
    }

    @Test
    void a_disk_that_takes_no_more_hands_out_nothing_more_and_what_was_handed_out_is_whole() throws Exception {
        var away = URI.create("http://localhost:9");
        // The operating system refuses writes beyond 100 KiB in any file, in the middle of whatever is being written.
        var program = program(away, 64 * 1024 * 1024, "ulimit -f 100; exec");
        List<String> said;
        try (var lines = program.inputReader()) {
            said = readUntil(lines, line -> line.startsWith("refused"));
        } finally {
            program.destroyForcibly().waitFor();
        }
        assertThat(said.getLast()).isEqualTo("refused the disk does not take it");
        assertThat(said.size()).isGreaterThan(50);
        try (var audit = new AuditPeer(); var capture = Capture.open(settings(audit.address()))) {
            assertThat(capture.drain(SOON)).isTrue();
            assertThat(capture.state().damages()).isZero();
            assertThat(audit.recorded()).extracting(AccessEvent::id).containsAll(handedOut(said));
        }
    }

    private static Set<String> saidUntilKilled(Process program, int lines) throws IOException, InterruptedException {
        var said = new ArrayList<String>();
        try (var out = program.inputReader()) {
            while (said.size() < lines) {
                said.add(out.readLine());
            }
            program.toHandle().destroyForcibly(); // Not through the process: that would throw away what it had said.
            out.lines().forEach(said::add); // What it had said by then counts too, but for a line it did not finish.
        }
        program.waitFor();
        said.removeLast();
        return handedOut(said);
    }

    private static List<String> readUntil(BufferedReader lines, java.util.function.Predicate<String> last) throws IOException {
        var said = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (last.test(line)) {
                return said;
            }
        }
        throw new AssertionError("it ended after " + said);
    }

    private static Set<String> handedOut(List<String> said) {
        return said.stream().filter(line -> line.startsWith("handed out ")).map(line -> line.substring("handed out ".length())).collect(Collectors.toSet());
    }

    private Process program(URI audit, long mostBytes, String shell) throws IOException {
        Files.createDirectories(folder);
        return new ProcessBuilder("bash", "-c", shell + " \"$0\" \"$@\"", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"),
                CapturingProgram.class.getName(), folder.resolve("spool").toString(), audit.toString(), "token", "urn:test:desk", "4", String.valueOf(mostBytes))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private CaptureSettings settings(URI audit) {
        return CaptureSettings.of("urn:test:desk", audit, () -> "token", folder.resolve("spool")).withLongestRetry(Duration.ofMillis(50));
    }
}
