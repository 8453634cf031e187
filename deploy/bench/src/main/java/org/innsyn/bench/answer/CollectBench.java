package org.innsyn.bench.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.innsyn.bench.Bench;
import org.innsyn.bench.Sizes;
import org.innsyn.bench.house.Scratch;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.innsyn.bench.measure.Rounds;
import org.innsyn.engines.DovecotEngine;

/** A mailbox read for a copy, against the same library reading message by message. */
public final class CollectBench implements Bench {

    private static final String RATE = "messages/s";
    /** What {@code docs/performance.md} is about; fewer entries mean fewer messages. */
    private static final int MESSAGES = 20_000;
    private static final int BODY_LINES = 60;
    private static final String ACCOUNT = "somebody";

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        if (!DovecotEngine.isInstalled()) {
            throw new IllegalStateException("Reading mail is measured with Dovecot (Debian: apt-get install dovecot-imapd), which this machine does not have.");
        }
        int messages = Math.min(MESSAGES, sizes.entries());
        try (var scratch = Scratch.below(place.scratch())) {
            var folder = scratch.folder("mail");
            int port;
            try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            var dovecot = new DovecotEngine(folder, port, 0);
            place.progress().say("writing a mailbox of %,d messages", messages);
            dovecot.start();
            try {
                write(folder.resolve("mail").resolve(ACCOUNT), messages);
                var programs = scratch.folder("programs");
                var innsyn = new Reading("innsyn", place, programs, port, dovecot.servicePassword(), messages);
                var plain = new Reading("plain", place, programs, port, dovecot.servicePassword(), messages);
                innsyn.run(0); // Dovecot indexes a mailbox when it is first read.
                var results = new Rounds(sizes.rounds(), place.progress()).run(List.of(innsyn, plain));
                report.results("collect", results);
                report.ratio(new Ratio("collect/plain", results.of("innsyn", RATE).over(results.of("plain", RATE)), Ratio.Bar.atLeast(1.0)));
                report.setting("mailbox", "%,d messages of about %,d bytes".formatted(messages, message(0).length));
                report.note("Both read everything twice in a JVM of their own and are timed the second time; both let go what they read. On loopback a round trip costs next to nothing.");
            } finally {
                dovecot.stop();
            }
        }
    }

    private static void write(Path maildir, int messages) throws IOException {
        for (String part : List.of("new", "tmp", "cur")) {
            Files.createDirectories(maildir.resolve(part));
        }
        for (int number = 0; number < messages; number++) {
            Files.write(maildir.resolve("cur").resolve("%d.M%dP1.bench:2,%s".formatted(1_700_000_000 + number, number, number % 3 == 0 ? "S" : "")), message(number));
        }
    }

    private static byte[] message(int number) {
        return ("From: somebody@post.example\r\nTo: other@post.example\r\nSubject: message %d\r\nMessage-ID: <%d@post.example>\r\n\r\n".formatted(number, number)
                + "Something that is written in many messages, and again in this one.\r\n".repeat(BODY_LINES)).getBytes(StandardCharsets.US_ASCII);
    }

    /** One way of reading it. */
    private record Reading(String name, Workplace place, Path folder, int port, String password, int messages) implements Contender {

        @Override
        public Map<String, Double> run(int round) throws Exception {
            var said = Program.run(place, folder, "256m", Map.of("BENCH_PASSWORD", password),
                    List.of("org.innsyn.bench.requests.Collect", name, String.valueOf(port), DovecotEngine.SERVICE, ACCOUNT));
            ContentsDiffer.unlessEqual(name, "the number of messages", (long) messages, said.get("records").asLong());
            ContentsDiffer.unlessEqual(name, "the bytes of all messages", bytes(), said.get("bytes").asLong());
            return Map.of(RATE, messages / said.get("seconds").asDouble());
        }

        private long bytes() {
            long bytes = 0;
            for (int number = 0; number < messages; number++) {
                bytes += message(number).length;
            }
            return bytes;
        }
    }
}
