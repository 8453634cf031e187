package org.innsyn.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.innsyn.verifier.entry.Mutations;
import org.innsyn.verifier.written.LogKey;
import org.innsyn.verifier.written.WitnessSigner;
import org.innsyn.verifier.written.WrittenEntry;
import org.innsyn.verifier.written.WrittenLedger;
import org.innsyn.verifier.written.WrittenLog;
import org.innsyn.verifier.written.WrittenProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything a forger may try, tried on the command; {@code docs/forgeries.md} is the list with its counts, and is held to it here. */
class ForgeryTableTest {

    private static final String MORNING = "2026-03-02T08:00:00Z";
    private static final String NOON = "2026-03-02T12:00:00Z";
    private static final int SIZE = 12;

    @TempDir
    private Path folder;

    private final Random random = new Random(41);
    private final WrittenLog log = new WrittenLog("log.example/access").fill(300, random);
    private final String key = log.key().verifierKey();
    private ForgeryTable table;

    @Test
    void nothing_forged_passes_and_the_published_table_says_what_was_tried() throws Exception {
        table = new ForgeryTable(folder);
        entryProofs();
        wholeAccessLogs();
        statements();
        checkpointsAndWitnesses();
        new LogForgeries(table, random).all();

        Path document = Path.of("../docs/forgeries.md");
        String begin = "| what | forged how | bad | nothing left to check |\n|---|---|---|---|\n";
        String published = Files.readString(document);
        int from = published.indexOf(begin) + begin.length();
        String expected = published.substring(0, from) + table.rows();
        Path made = Files.writeString(Path.of("target/forgeries.md"), expected);
        assertThat(published).as("what was tried is another list now: copy %s to docs/, and look at the difference", made.toAbsolutePath()).isEqualTo(expected);
    }

    private void entryProofs() {
        var entry = new WrittenEntry(random);
        int index = log.add(entry.leafData());
        var genuine = WrittenProof.of(entry, log, index, Set.of("actor", "clientAddress"));
        table.genuine("entry proof", "--key", key, table.write("proof", genuine.json()));
        new Mutations(genuine, random).each((how, forged) -> table.forged("entry proof", how, "--key", key, table.write("proof", forged)));
    }

    private void wholeAccessLogs() {
        var ledger = new WrittenLedger(log, SIZE, random);
        String statement = table.write("statement", ledger.statement(SIZE, NOON));
        List<String> lines = ledger.lines();
        List<String> others = new WrittenLedger(log, SIZE, random).lines();
        table.genuine("access log", chain(statement, lines));
        for (int i = 0; i < SIZE; i++) {
            int at = i;
            chain("entry removed", statement, lines, list -> list.remove(at));
            chain("entry repeated", statement, lines, list -> list.add(at, list.get(at)));
            chain("another person's entry in its place", statement, lines, list -> list.set(at, others.get(at)));
            chain("entry backdated", statement, lines, list -> list.set(at, backdated(list.get(at))));
            for (int j = 0; j < i; j++) {
                int other = j;
                chain("entries in another order", statement, lines, list -> Collections.swap(list, at, other));
            }
        }
        for (int length = 0; length < SIZE; length++) {
            int end = length;
            chain("end cut off", statement, lines, list -> list.subList(end, SIZE).clear());
        }
        String second = table.write("statement", ledger.statement(SIZE, WrittenLedger.SLOT + 1, 2, NOON));
        chain("second slot for one ledger", second, lines, list -> { });
    }

    private static String backdated(String line) {
        String genuine = Base64.getEncoder().encodeToString("2026-03-02T13:05:00Z".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String earlier = Base64.getEncoder().encodeToString("2026-03-01T13:05:00Z".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(line).contains(genuine);
        return line.replace(genuine, earlier);
    }

    private String[] chain(String statement, List<String> lines) {
        return new String[] {"--key", key, statement, table.write("access-log.jsonl", WrittenLedger.file(lines))};
    }

    private void chain(String how, String statement, List<String> lines, java.util.function.Consumer<List<String>> change) {
        var forged = new ArrayList<>(lines);
        change.accept(forged);
        table.forged("access log", how, chain(statement, forged));
    }

    private void statements() {
        var ledger = new WrittenLedger(log, SIZE, random);
        String genuine = ledger.statement(SIZE, NOON);
        String file = table.write("statement", genuine);
        table.genuine("completeness statement", "--key", key, file);
        for (int number = 0; number < 30; number++) {
            if (number != SIZE) {
                statement("other number of entries", genuine.replace("\"number\": 12", "\"number\": " + number));
            }
            statement("other slot", genuine.replace("\"slot\": " + WrittenLedger.SLOT, "\"slot\": " + (1L << number)));
        }
        statement("backdated", genuine.replace(NOON, MORNING));
        // Everything in base64 and the ids, up to the key that nobody vouches for.
        Pattern.compile("[A-Za-z0-9+/-]{36,}").matcher(genuine.substring(0, genuine.indexOf("\"key\""))).results().forEach(word -> eachLetter(genuine, word));
        for (int length = 0; length < genuine.length(); length += 11) {
            statement("cut off", genuine.substring(0, length));
        }
        against("second slot for one ledger", genuine, ledger.statement(SIZE, WrittenLedger.SLOT + 1, 2, NOON));
        against("two trees of heads for one epoch", genuine, ledger.statement(9, WrittenLedger.SLOT, 1, MORNING));
        against("fewer entries than before", genuine, ledger.statement(9, WrittenLedger.SLOT, 2, NOON));
        against("one slot for two ledgers", genuine, new WrittenLedger(log, SIZE, random).statement(SIZE, WrittenLedger.SLOT, 2, NOON));
    }

    private void eachLetter(String genuine, MatchResult word) {
        for (int at = word.start(); at < word.end(); at++) {
            char other = genuine.charAt(at) == 'a' ? 'b' : 'a';
            statement("hash, id or signature, one letter", genuine.substring(0, at) + other + genuine.substring(at + 1));
        }
    }

    private void statement(String how, String forged) {
        table.forged("completeness statement", how, "--key", key, table.write("statement", forged));
    }

    private void against(String how, String one, String other) {
        table.forged("completeness statement", how, "--key", key, table.write("one", one), table.write("other", other));
    }

    private void checkpointsAndWitnesses() {
        String genuine = table.write("checkpoint", log.checkpoint(200));
        WrittenLog fork = log.fork(100, random);
        table.genuine("checkpoint", "--key", key, genuine, table.write("same", log.checkpoint(100)));
        for (int size = 101; size <= 120; size++) {
            table.forged("checkpoint", "two of one size", "--key", key, table.write("one", log.checkpoint(size)), table.write("other", fork.checkpoint(size)));
        }
        var witness = new WitnessSigner("witness.example/one");
        String cosigned = log.checkpoint(200);
        byte[] signature = witness.signature(cosigned, 1_772_445_600);
        table.genuine("cosignature", "--key", key, "--witness", witness.verifierKey(), table.write("checkpoint", cosigned + witness.line(signature)));
        for (int at = 0; at < signature.length; at++) {
            byte[] forged = signature.clone();
            forged[at] ^= (byte) (1 << random.nextInt(8));
            cosignature("time or signature, one byte", witness, cosigned + witness.line(forged));
        }
        cosignature("left out", witness, cosigned);
        cosignature("without a time", witness, witness.cosign(cosigned, 0));
        cosignature("of another checkpoint", witness, cosigned + witness.line(witness.signature(log.checkpoint(199), 1_772_445_600)));
        cosignature("of another witness", witness, new WitnessSigner("witness.example/one").cosign(cosigned, 1_772_445_600));
        cosignature("under a checkpoint of another key", witness, witness.cosign(log.under(new LogKey(log.key().name())).checkpoint(200), 1_772_445_600));
    }

    private void cosignature(String how, WitnessSigner witness, String forged) {
        table.forged("cosignature", how, "--key", key, "--witness", witness.verifierKey(), table.write("checkpoint", forged));
    }
}
