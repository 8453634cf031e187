package org.innsyn.verifier.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innsyn.verifier.written.Bytes.utf8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.entry.ProofLines;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.written.LogKey;
import org.innsyn.verifier.written.WrittenLedger;
import org.innsyn.verifier.written.WrittenLog;
import org.junit.jupiter.api.Test;

/** A log that changes its key: what both signed is good with either, and links what only one of them signed. */
class KeyChangeTest {

    private static final Trust THE_FILES_OWN = new Trust(List.of());

    private final Random random = new Random(29);
    private final LogKey old;
    private final LogKey next;
    private final List<String> before;
    private final List<String> both;
    private final List<String> after;
    private final String statement;

    KeyChangeTest() {
        var log = new WrittenLog("log.example/access").fill(100, random);
        var ledger = new WrittenLedger(log, 6, random);
        old = log.key();
        next = new LogKey(old.name());
        before = ledger.lines();
        log.signedBy(next, old);
        both = ledger.lines();
        log.signedBy(next);
        after = ledger.lines();
        statement = ledger.statement(6, "2026-03-02T12:00:00Z");
    }

    private static Trust given(LogKey... keys) {
        return new Trust(Stream.of(keys).map(key -> VerifierKey.parse(key.verifierKey())).toList());
    }

    private static long check(Trust trust, String statement, List<String> lines) throws IOException {
        var all = new Statements(trust);
        if (!statement.isEmpty()) {
            all.add(Statement.parse(statement).verify(trust));
        }
        return new ProofLines(trust, 0, all.chain(0)).read(new ByteArrayInputStream(utf8(WrittenLedger.file(lines))));
    }

    private static void rejects(Trust trust, String statement, List<String> lines, String where) {
        assertThatThrownBy(() -> check(trust, statement, lines)).isInstanceOfSatisfying(Rejected.class, bad -> assertThat(bad.where()).endsWith(where));
    }

    private List<String> across() {
        return List.of(before.get(0), before.get(1), both.get(2), both.get(3), after.get(4), after.get(5));
    }

    @Test
    void what_was_signed_before_and_during_the_change_is_good_with_the_old_key() throws IOException {
        assertThat(check(given(old), "", before)).isEqualTo(6);
        assertThat(check(given(old), "", both)).isEqualTo(6);
        rejects(given(old), "", after, "signature");
    }

    @Test
    void what_was_signed_during_the_change_and_after_is_good_with_the_new_key() throws IOException {
        rejects(given(next), "", before, "signature");
        assertThat(check(given(next), "", both)).isEqualTo(6);
        assertThat(check(given(next), "", after)).isEqualTo(6);
    }

    @Test
    void a_chain_across_the_change_needs_both_keys_or_a_checkpoint_that_links_them() throws IOException {
        assertThat(check(given(old, next), "", across())).isEqualTo(6);
        assertThat(check(THE_FILES_OWN, "", across())).isEqualTo(6);
        assertThat(check(THE_FILES_OWN, "", List.of(both.get(0), before.get(1)))).as("whichever of the two checkpoints carries both").isEqualTo(2);
        List<String> apart = List.of(before.get(0), before.get(1), after.get(2));
        assertThat(check(given(old, next), "", apart)).isEqualTo(3);
        rejects(THE_FILES_OWN, "", apart, "line 3, key");
    }

    @Test
    void a_statement_and_entries_under_two_keys_are_held_against_each_other() throws IOException {
        assertThat(check(given(old, next), statement, before)).isEqualTo(6);
        assertThat(check(THE_FILES_OWN, statement, both)).isEqualTo(6);
        rejects(THE_FILES_OWN, statement, before, "completeness, key");
    }

    @Test
    void a_forgers_key_is_not_linked_by_naming_it() {
        var theirs = new LogKey(old.name());
        List<String> forged = List.of(before.get(0), after.get(1).replace(next.verifierKey(), theirs.verifierKey()));
        rejects(THE_FILES_OWN, "", forged, "signature");
    }
}
