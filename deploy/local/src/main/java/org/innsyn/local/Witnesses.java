package org.innsyn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who is asked to cosign the log: one a line in {@code witnesses} in the home, the key and the address as {@code ./innsyn witness} prints them. */
final class Witnesses {

    private static final String LINE = "[^\\s+]+\\+[0-9a-f]{8}\\+\\S+\\s+https?://\\S+";

    private Witnesses() {}

    /** What the log is told; nothing where no witness is named. */
    static List<String> properties(HomeFolder home) {
        var file = home.root().resolve("witnesses");
        if (Files.notExists(file)) {
            return List.of();
        }
        try (var read = Files.lines(file)) {
            var lines = read.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
            return IntStream.range(0, lines.size()).boxed().flatMap(i -> properties(i, lines.get(i))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> properties(int index, String line) {
        if (!line.matches(LINE)) {
            throw new Refusal(ExitCode.WRONG_USE, "A line of the file witnesses is not a key and an address: KEY http://HOST:PORT/. Nothing was started.");
        }
        var words = line.split("\\s+");
        var name = "innsyn.log.witnesses[" + index + "].";
        return Stream.of(name + "key=" + words[0], name + "url=" + words[1]);
    }
}
