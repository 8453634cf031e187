package org.innsyn.bench.answer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.innsyn.bench.Bench;
import org.innsyn.bench.Sizes;
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
        int messages = Math.min(MESSAGES, sizes.entries());
        try (var mailboxes = Mailboxes.open(place)) {
            place.progress().say("writing a mailbox of %,d messages", messages);
            mailboxes.write(ACCOUNT, messages, (number, out) -> out.write(message(number)));
            var innsyn = new Reading("innsyn", place, mailboxes, messages);
            var plain = new Reading("plain", place, mailboxes, messages);
            innsyn.run(0); // Dovecot indexes a mailbox when it is first read.
            var results = new Rounds(sizes.rounds(), place.progress()).run(List.of(innsyn, plain));
            report.results("collect", results);
            report.ratio(new Ratio("collect/plain", results.of("innsyn", RATE).over(results.of("plain", RATE)), Ratio.Bar.atLeast(1.0)));
            report.setting("mailbox", "%,d messages of about %,d bytes".formatted(messages, message(0).length));
            report.note("Both read everything twice in a JVM of their own and are timed the second time; both let go what they read. On loopback a round trip costs next to nothing.");
        }
    }

    private static byte[] message(int number) {
        return ("From: somebody@post.example\r\nTo: other@post.example\r\nSubject: message %d\r\nMessage-ID: <%d@post.example>\r\n\r\n".formatted(number, number)
                + "Something that is written in many messages, and again in this one.\r\n".repeat(BODY_LINES)).getBytes(StandardCharsets.US_ASCII);
    }

    /** One way of reading it. */
    private record Reading(String name, Workplace place, Mailboxes mailboxes, int messages) implements Contender {

        @Override
        public Map<String, Double> run(int round) throws Exception {
            var said = Program.run(place, mailboxes.programs(), "256m", Map.of("BENCH_PASSWORD", mailboxes.password()),
                    List.of("org.innsyn.bench.requests.Collect", name, String.valueOf(mailboxes.port()), DovecotEngine.SERVICE, ACCOUNT));
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
