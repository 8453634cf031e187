package org.innsyn.capture;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A program of its own that hands out data as fast as it can, and writes a line for every access it handed out. */
final class CapturingProgram {

    private CapturingProgram() {}

    /** {@code FOLDER ADDRESS TOKEN SOURCE THREADS MOST_BYTES} */
    public static void main(String[] arguments) {
        var token = arguments[2];
        var capture = Capture.open(CaptureSettings.of(arguments[3], URI.create(arguments[1]), () -> token, Path.of(arguments[0]))
                .withMostBytes(Long.parseLong(arguments[5])).withLongestRetry(Duration.ofMillis(100)).withPatience(Duration.ofSeconds(1)));
        for (int i = 0; i < Integer.parseInt(arguments[4]); i++) {
            int thread = i;
            Thread.ofPlatform().start(() -> work(capture, thread));
        }
    }

    private static void work(Capture capture, int thread) {
        for (int i = 0; ; i++) {
            var access = Access.of(Operation.READ, "/customers/contact").to(Subject.account("k" + thread + "-" + i)).by(Actor.staff("p-101"))
                    .categories("contact-details").purpose("support.case", "contract").justification("x".repeat(i % 700 + 1)).build();
            try {
                var ids = i % 10 == 0 ? capture.after(access) : capture.before(access);
                say("handed out " + ids.getFirst());
            } catch (NotCaptured e) {
                say("refused " + e.getMessage());
            }
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
