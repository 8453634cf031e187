package org.innsyn.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An engine did not come up; the message names the log to read and quotes its end. */
public final class EngineStartFailed extends RuntimeException {

    private static final int QUOTED_LINES = 8;

    EngineStartFailed(String engine, String why, Path log, Throwable cause) {
        super("%s did not start: %s. Its data is kept. Its log is %s%s".formatted(engine, why, log, endOf(log)), cause);
    }

    private static String endOf(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            var end = lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size());
            return end.isEmpty() ? " (empty)" : " and ends with:\n  " + String.join("\n  ", end);
        } catch (IOException unreadable) {
            return " (not readable)";
        }
    }
}
