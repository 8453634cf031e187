package org.innsyn.verifier.cli;

import static org.innsyn.verifier.written.Bytes.utf8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.innsyn.verifier.written.Rfc6962;
import org.innsyn.verifier.written.WrittenHeads;
import org.innsyn.verifier.written.WrittenLedger;
import org.innsyn.verifier.written.WrittenLog;

/** Forged whole logs: files that were touched, and logs that their own operator wrote anew and signed. */
final class LogForgeries {

    private static final int SIZE = 600;
    private static final int FLIPS = 40;

    private final ForgeryTable table;
    private final Random random;
    private final Path folder;

    LogForgeries(ForgeryTable table, Random random) {
        this.table = table;
        this.random = random;
        this.folder = table.folder().resolve("log");
    }

    void all() throws IOException {
        WrittenLog log = log();
        String checkpoint = log.checkpoint();
        write(log);
        table.genuine("log", words(log));
        files(log);
        rewritten(log, checkpoint);
        signedAnew(log, checkpoint);
        heads();
    }

    private WrittenLog log() {
        return new WrittenLog("log.example/access").fill(SIZE, random);
    }

    private String[] words(WrittenLog log) {
        return new String[] {"--key", log.key().verifierKey(), "--log", folder.toString()};
    }

    private void write(WrittenLog log) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        log.writeTo(folder);
    }

    /** Whoever can write on the web server. */
    private void files(WrittenLog log) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).filter(file -> !file.endsWith("key")).sorted().toList();
        }
        for (Path file : files) {
            String kind = file.endsWith("checkpoint") ? "checkpoint" : file.toString().contains("entries") ? "entry bundle" : "tile";
            byte[] genuine = Files.readAllBytes(file);
            for (int i = 0; i < FLIPS; i++) {
                byte[] forged = genuine.clone();
                forged[random.nextInt(genuine.length)] ^= (byte) (1 << random.nextInt(7));
                touched(log, kind + ", one byte", file, forged);
            }
            for (int i = 0; i < 4; i++) {
                touched(log, kind + ", cut off", file, Arrays.copyOf(genuine, genuine.length * i / 4));
            }
            Files.delete(file);
            table.forged("log", kind + ", removed", words(log));
            Files.write(file, genuine);
        }
        table.genuine("log", words(log));
    }

    private void touched(WrittenLog log, String how, Path file, byte[] forged) throws IOException {
        Files.write(file, forged);
        table.forged("log", how, words(log));
    }

    /** Whoever can write all files, and cannot sign. */
    private void rewritten(WrittenLog log, String checkpoint) throws IOException {
        for (int i = 0; i < 6; i++) {
            int at = i * 97 + 3;
            rewritten(log, checkpoint, "entry changed", entries -> entries.get(at)[5] ^= 1);
            rewritten(log, checkpoint, "entry removed", entries -> entries.remove(at));
            rewritten(log, checkpoint, "entry repeated", entries -> entries.add(at, entries.get(at)));
            rewritten(log, checkpoint, "entries in another order", entries -> java.util.Collections.swap(entries, at, at + 1));
            rewritten(log, checkpoint, "entry backdated: put in further ahead", entries -> entries.add(at, entries.removeLast()));
        }
        rewritten(log, checkpoint, "tree truncated", entries -> entries.removeLast());
    }

    private void rewritten(WrittenLog log, String checkpoint, String how, Consumer<List<byte[]>> change) throws IOException {
        write(changed(log, change));
        Files.writeString(folder.resolve("checkpoint"), checkpoint);
        table.forged("log", how + ", all files written anew", words(log));
    }

    private static WrittenLog changed(WrittenLog log, Consumer<List<byte[]>> change) {
        WrittenLog forged = log.under(log.key());
        forged.entries().replaceAll(byte[]::clone);
        change.accept(forged.entries());
        forged.leaves().clear();
        forged.entries().forEach(entry -> forged.leaves().add(Rfc6962.leaf(entry)));
        return forged;
    }

    /** The operator, against somebody who kept a checkpoint or a proof. */
    private void signedAnew(WrittenLog log, String checkpoint) throws IOException {
        String kept = table.write("kept", checkpoint);
        for (int i = 0; i < 6; i++) {
            int at = i * 97 + 3;
            signedAnew(log, kept, "entry changed", entries -> entries.get(at)[5] ^= 1);
            signedAnew(log, kept, "entry removed", entries -> entries.remove(at));
            signedAnew(log, kept, "entry repeated", entries -> entries.add(at, entries.get(at)));
            signedAnew(log, kept, "entries in another order", entries -> java.util.Collections.swap(entries, at, at + 1));
            signedAnew(log, kept, "entry backdated: put in further ahead", entries -> entries.add(at, entries.removeLast()));
            signedAnew(log, kept, "tree truncated", entries -> entries.subList(SIZE - at, SIZE).clear());
        }
        WrittenLog fork = log.fork(300, random);
        write(fork);
        table.forged("log", "two checkpoints of one size, against a kept one", against(fork, kept));
        write(fork.fill(SIZE + 50, random));
        table.forged("log", "tree forked, against a kept checkpoint", against(fork, kept));
        String statement = table.write("statement", new WrittenLedger(log, 4, random).statement(4, "2026-03-02T12:00:00Z"));
        write(fork.fill(SIZE + 500, random));
        table.forged("log", "tree forked, against a completeness statement", against(fork, statement));
    }

    private void signedAnew(WrittenLog log, String kept, String how, Consumer<List<byte[]>> change) throws IOException {
        WrittenLog forged = changed(log, change);
        write(forged);
        table.forged("log", how + ", signed anew, against a kept checkpoint", against(forged, kept));
    }

    private String[] against(WrittenLog log, String kept) {
        return new String[] {"--key", log.key().verifierKey(), "--log", folder.toString(), kept};
    }

    /** Trees of heads inside a log that agrees with itself. */
    private void heads() throws IOException {
        WrittenLog log = headed();
        write(log);
        table.genuine("log", words(log));
        second("tree of heads left out", 3, 300, "09");
        second("two trees of heads for one epoch", 1, 300, "09");
        second("tree of heads of fewer entries than before", 2, 8, "09");
        second("tree of heads of more entries than there were", 2, 302, "09");
        second("tree of heads backdated", 2, 300, "07");
    }

    private void second(String how, long epoch, long size, String hour) throws IOException {
        WrittenLog log = headed();
        log.fill(301, random).add(leaf(epoch, size, hour));
        write(log.fill(320, random));
        table.forged("log", how, words(log));
    }

    private WrittenLog headed() {
        WrittenLog log = new WrittenLog("log.example/access").fill(9, random);
        log.add(leaf(1, 9, "08"));
        return log;
    }

    private static byte[] leaf(long epoch, long size, String hour) {
        return utf8(new WrittenHeads().with(5, new byte[16], 1, new byte[32]).leaf(epoch, size, "2026-03-02T" + hour + ":00:00Z"));
    }
}
