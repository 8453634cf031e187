package org.innsyn.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what the command rejects, by what was forged and how. Anything that passes fails the test at once. */
final class ForgeryTable {

    private static final int BAD = 1;
    private static final int NOTHING_TO_CHECK = 2;

    private final Path folder;
    private final Map<String, Map<String, int[]>> counts = new LinkedHashMap<>();

    ForgeryTable(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    String write(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the command is asked about is genuine, so that a rejection beside it means something. */
    void genuine(String what, String... words) {
        assertThat(exitCode(words)).as("%s, genuine", what).isZero();
    }

    /** What the command is asked about is forged: it says bad or, where nothing is left to check, unusable. */
    void forged(String what, String how, String... words) {
        int exitCode = exitCode(words);
        assertThat(exitCode).as("%s, %s", what, how).isIn(BAD, NOTHING_TO_CHECK);
        counts.computeIfAbsent(what, none -> new LinkedHashMap<>()).computeIfAbsent(how, none -> new int[2])[exitCode - BAD]++;
    }

    private static int exitCode(String... words) {
        var out = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return new Verify(out, out).run(words);
    }

    /** As rows of a Markdown table. */
    String rows() {
        var rows = new StringBuilder();
        var all = new int[2];
        for (var what : counts.entrySet()) {
            for (var how : what.getValue().entrySet()) {
                int[] count = how.getValue();
                rows.append("| %s | %s | %d | %d |\n".formatted(what.getKey(), how.getKey(), count[0], count[1]));
                all[0] += count[0];
                all[1] += count[1];
            }
        }
        return rows.append("| **all** | | **%d** | **%d** |\n".formatted(all[0], all[1])).toString();
    }
}
