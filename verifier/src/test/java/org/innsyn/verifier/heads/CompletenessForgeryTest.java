package org.innsyn.verifier.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.innsyn.verifier.written.Bytes.utf8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.entry.ProofLines;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.written.WrittenLedger;
import org.innsyn.verifier.written.WrittenLog;
import org.junit.jupiter.api.Test;

/** A statement of how many entries there are: the genuine one is accepted, and no other. */
class CompletenessForgeryTest {

    private static final String MORNING = "2026-03-02T08:00:00Z";
    private static final String NOON = "2026-03-02T12:00:00Z";

    private final Random random = new Random(23);
    private final WrittenLog log = new WrittenLog("log.example/access").fill(300, random);
    private final WrittenLedger ledger = new WrittenLedger(log, 12, random);
    private final Trust trust = new Trust(List.of(VerifierKey.parse(log.key().verifierKey())));

    private Coverage check(List<String> lines, String... statements) throws IOException {
        var all = new Statements(trust);
        for (String statement : statements) {
            all.add(Statement.parse(statement).verify(trust));
        }
        var chain = all.chain(0);
        new ProofLines(trust, 0, chain).read(new ByteArrayInputStream(utf8(WrittenLedger.file(lines))));
        return chain.coverage().orElseThrow();
    }

    @Test
    void a_statement_beside_all_the_entries_says_that_none_is_missing() throws IOException {
        String statement = ledger.statement(12, NOON);
        assertThat(check(ledger.lines(), statement).missing()).isZero();
    }

    @Test
    void entries_left_out_at_the_end_are_counted() throws IOException {
        String statement = ledger.statement(12, NOON);
        assertThat(check(ledger.lines().subList(0, 9), statement).missing()).isEqualTo(3);
    }

    @Test
    void an_old_statement_covers_no_more_than_it_counts_and_the_newest_decides() throws IOException {
        String old = ledger.statement(9, WrittenLedger.SLOT, 1, MORNING);
        String newer = ledger.statement(12, WrittenLedger.SLOT, 2, NOON);
        assertThat(check(ledger.lines(), old).missing()).isEqualTo(-3);
        assertThat(check(ledger.lines().subList(0, 9), old, newer).missing()).as("an old one does not hide the end").isEqualTo(3);
    }

    @Test
    void a_second_slot_for_one_ledger_is_found_out() {
        String second = ledger.statement(9, WrittenLedger.SLOT + 1, 1, NOON);
        assertThatThrownBy(() -> check(ledger.lines().subList(0, 9), second)).isInstanceOf(Rejected.class).hasMessageContaining("the ledger has two");
        String first = ledger.statement(12, WrittenLedger.SLOT, 2, NOON);
        assertThatThrownBy(() -> check(ledger.lines(), second, first)).as("also without any entry").isInstanceOf(Rejected.class).hasMessageContaining("it has two");
    }

    @Test
    void two_trees_for_one_epoch_are_found_out() {
        String one = ledger.statement(12, WrittenLedger.SLOT, 1, NOON);
        String other = ledger.statement(9, WrittenLedger.SLOT, 1, NOON);
        assertThatThrownBy(() -> check(ledger.lines(), one, other)).isInstanceOf(Rejected.class).hasMessageContaining("two stories");
    }

    @Test
    void a_ledger_that_shrank_is_found_out() {
        String more = ledger.statement(12, WrittenLedger.SLOT, 1, MORNING);
        String fewer = ledger.statement(9, WrittenLedger.SLOT, 2, NOON);
        assertThatThrownBy(() -> check(ledger.lines(), more, fewer)).isInstanceOf(Rejected.class).hasMessageContaining("says otherwise");
    }

    @Test
    void another_persons_statement_says_nothing_about_these_entries() {
        String others = new WrittenLedger(log, 12, random).statement(12, NOON);
        assertThatThrownBy(() -> check(ledger.lines(), others)).as("no coverage").isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void entries_that_are_not_those_counted_are_found_out() {
        var other = new WrittenLedger(log, 12, random);
        String forged = ledger.statement(12, NOON);
        String borrowed = other.statement(12, NOON);
        String grafted = forged.replaceFirst("\"newest\": \"[^\"]+\"", member(borrowed, "newest"));
        assertThatThrownBy(() -> Statement.parse(grafted).verify(trust)).isInstanceOf(Rejected.class);
        String foreignPath = forged.replaceFirst("\"path\": \\[[^]]+]", match(borrowed, "\"path\": \\[[^]]+]"));
        assertThatThrownBy(() -> Statement.parse(foreignPath).verify(trust)).isInstanceOf(Rejected.class);
        String otherEpoch = forged.replaceFirst("\"heads\": \"[^\"]+\"", member(ledger.statement(9, MORNING), "heads").replace("\\", "\\\\"));
        assertThatThrownBy(() -> Statement.parse(otherEpoch).verify(trust)).isInstanceOf(Rejected.class);
    }

    @Test
    void every_changed_number_time_byte_and_length_is_rejected() {
        String genuine = ledger.statement(12, NOON);
        Statement.parse(genuine).verify(trust);
        var rejected = new TreeMap<String, Integer>();
        for (var forged : forgeries(genuine)) {
            Throwable thrown = catchThrowable(() -> Statement.parse(forged.text()).verify(trust));
            assertThat(thrown).as(forged.kind() + ": " + forged.text()).isInstanceOfAny(Rejected.class, Unusable.class);
            rejected.merge(forged.kind(), 1, Integer::sum);
        }
        System.out.println("Forged completeness statements rejected: " + rejected);
        assertThat(rejected.keySet()).hasSizeGreaterThanOrEqualTo(6);
    }

    private record Forged(String kind, String text) {}

    private static List<Forged> forgeries(String genuine) {
        var forged = new ArrayList<Forged>();
        for (int n = 0; n < 40; n++) {
            forged.add(new Forged("number", genuine.replace("\"number\": 12", "\"number\": " + (n == 12 ? 1000 : n))));
            forged.add(new Forged("slot", genuine.replace("\"slot\": " + WrittenLedger.SLOT, "\"slot\": " + (1L << n))));
        }
        forged.add(new Forged("number in another spelling", genuine.replace("\"number\": 12", "\"number\": 12.0")));
        forged.add(new Forged("number in another spelling", genuine.replace("\"number\": 12", "\"number\": \"12\"")));
        forged.add(new Forged("backdated or postdated", genuine.replace(NOON, MORNING)));
        forged.add(new Forged("backdated or postdated", genuine.replace(NOON, "2026-03-02T12:00:00.000Z")));
        // Every letter of what lies in base64 and in the ids, but not of the key that nobody vouches for.
        int end = genuine.indexOf("\"key\"");
        var word = Pattern.compile("[A-Za-z0-9+/-]{36,}").matcher(genuine.substring(0, end));
        while (word.find()) {
            for (int at = word.start(); at < word.end(); at++) {
                char old = genuine.charAt(at);
                char other = old == 'a' ? 'b' : 'a';
                forged.add(new Forged("one letter of hashes and ids", genuine.substring(0, at) + other + genuine.substring(at + 1)));
            }
        }
        for (int length = 0; length < genuine.length(); length += 11) {
            forged.add(new Forged("cut off", genuine.substring(0, length)));
        }
        forged.add(new Forged("path shorter", genuine.replaceFirst("\"path\": \\[\"[^\"]+\", ", "\"path\": [")));
        forged.add(new Forged("path longer", genuine.replaceFirst("\"path\": \\[(\"[^\"]+\"), ", "\"path\": [$1, $1, ")));
        forged.add(new Forged("member added", genuine.replaceFirst("\\{", "{\"note\": \"see below\", ")));
        return forged;
    }

    private static String member(String file, String name) {
        return match(file, "\"" + name + "\": \"[^\"]+\"");
    }

    private static String match(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
