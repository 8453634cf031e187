package org.innsyn.bench.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import org.innsyn.bench.Bench;
import org.innsyn.bench.Sizes;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.innsyn.bench.measure.Rounds;
import org.innsyn.bench.measure.Series;
import org.innsyn.engines.DovecotEngine;

/** A mailbox that is larger than memory, written into a copy: what that takes of the heap, beside a mailbox of a tenth. */
public final class MailboxBench implements Bench {

    private static final String RATE = "MB/s";
    private static final String HEAP = "MB of heap";
    /** Two gigabytes; fewer entries mean fewer messages. */
    private static final int MESSAGES = 18_000;
    private static final int USUAL_BYTES = 100_000;
    /** One message is as large as many others together. */
    private static final int PART_OF_LARGEST = 9;
    private static final int SHORTER = 10;
    private static final String HEAP_LIMIT = "256m";
    private static final double HEAP_LIMIT_MB = 256 * 1.048576;
    private static final byte[] NOISE = noise();

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        try (var mailboxes = Mailboxes.open(place)) {
            var whole = new Mailbox("whole", Math.min(MESSAGES, sizes.entries()));
            var tenth = new Mailbox("tenth", Math.max(2, whole.messages() / SHORTER));
            for (var each : List.of(whole, tenth)) {
                place.progress().say("writing a mailbox of %,d messages, %,d bytes", each.messages(), each.bytes());
                mailboxes.write(each.account(), each.messages(), each::write);
            }
            var copy = new Copy("mailbox", place, mailboxes, whole);
            var results = new Rounds(sizes.rounds(), place.progress()).run(List.of(new Copy("tenth", place, mailboxes, tenth), copy));
            report.results("copy", results);
            report.ratio(new Ratio("copy.mailbox-heap/limit", results.of(copy.name(), HEAP).over(new Series(Collections.nCopies(sizes.rounds(), HEAP_LIMIT_MB))), Ratio.Bar.atMost(1)));
            report.setting("large mailbox", "%,d messages, %,d bytes, one of them %,d bytes; copied with a heap of %s".formatted(whole.messages(), whole.bytes(), whole.largest(), HEAP_LIMIT));
            report.note("The copy of a mailbox holds every message as it is stored and once more as mbox, read from Dovecot and compressed. Its heap is what was alive at most, looked at every five seconds by a full collection.");
        }
    }

    /** Lines as of an attachment, so that compressing does not make it small. */
    private static byte[] noise() {
        var bytes = new byte[1 << 20];
        new Random(1).nextBytes(bytes);
        return (Base64.getMimeEncoder().encodeToString(bytes) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The first message is the largest. */
    private record Mailbox(String account, int messages) {

        long largest() {
            return Math.max(1, messages / PART_OF_LARGEST) * (long) USUAL_BYTES;
        }

        long bytes() {
            return largest() + (messages - 1) * (long) USUAL_BYTES;
        }

        void write(int number, OutputStream out) throws IOException {
            var head = "From: somebody@post.example\r\nSubject: message %d\r\nMessage-ID: <%d@post.example>\r\n\r\n".formatted(number, number).getBytes(StandardCharsets.US_ASCII);
            out.write(head);
            long left = (number == 0 ? largest() : USUAL_BYTES) - head.length;
            for (int at = number * 78 % NOISE.length; left > 0; at = 0) {
                int length = (int) Math.min(left, NOISE.length - at);
                out.write(NOISE, at, length);
                left -= length;
            }
        }
    }

    /** The service's own writer in a JVM of its own. */
    private record Copy(String name, Workplace place, Mailboxes mailboxes, Mailbox mailbox) implements Contender {

        @Override
        public Map<String, Double> run(int round) throws Exception {
            var folder = mailboxes.programs();
            Files.deleteIfExists(file());
            var said = Program.run(place, folder, HEAP_LIMIT, Map.of("BENCH_PASSWORD", mailboxes.password()), List.of("org.innsyn.bench.requests.MailCopy",
                    String.valueOf(mailboxes.port()), DovecotEngine.SERVICE, mailbox.account(), file().toString(), folder.resolve("scratch").toString()));
            ContentsDiffer.unlessEqual(name(), "the number of messages", (long) mailbox.messages(), said.get("records").asLong());
            var figures = new LinkedHashMap<String, Double>();
            figures.put(RATE, mailbox.bytes() / 1e6 / said.get("seconds").asDouble());
            figures.put(HEAP, said.get("heapBytes").asLong() / 1e6);
            return figures;
        }

        private Path file() throws IOException {
            return mailboxes.programs().resolve("copy.zip");
        }

        /** Every message stands in the copy with as many bytes as it has, and the largest is that very one. */
        @Override
        public void check(int round) throws Exception {
            try (var zip = new ZipFile(file().toFile())) {
                var messages = zip.stream().filter(entry -> entry.getName().endsWith(".eml")).toList();
                ContentsDiffer.unlessEqual(name(), "the number of messages", mailbox.messages(), messages.size());
                ContentsDiffer.unlessEqual(name(), "the bytes of all messages", mailbox.bytes(), messages.stream().mapToLong(entry -> entry.getSize()).sum());
                var largest = messages.stream().filter(entry -> entry.getSize() == mailbox.largest()).findFirst().orElseThrow();
                var expected = summing();
                mailbox.write(0, expected);
                var found = summing();
                zip.getInputStream(largest).transferTo(found);
                ContentsDiffer.unlessEqual(name(), "the largest message", sum(expected), sum(found));
            }
        }

        private static DigestOutputStream summing() throws GeneralSecurityException {
            return new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"));
        }

        private static String sum(DigestOutputStream of) {
            return HexFormat.of().formatHex(of.getMessageDigest().digest());
        }
    }
}
