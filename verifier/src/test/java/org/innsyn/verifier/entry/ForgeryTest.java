package org.innsyn.verifier.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.written.Bytes;
import org.innsyn.verifier.written.LogKey;
import org.innsyn.verifier.written.WrittenEntry;
import org.innsyn.verifier.written.WrittenLog;
import org.innsyn.verifier.written.WrittenProof;
import org.junit.jupiter.api.Test;

/** Whatever is changed in a proof, it is rejected: with the key that came from elsewhere, and with the one in the file. */
class ForgeryTest {

    private static final long SEED = 20260302;

    private final Random random = new Random(SEED);
    private final WrittenLog log = new WrittenLog("log.example/access");
    private final WrittenEntry entry = new WrittenEntry(random);
    private final int index;
    private final WrittenProof genuine;
    private final Trust given;

    ForgeryTest() {
        log.fill(17, random);
        index = log.add(entry.leafData());
        log.fill(45, random);
        genuine = WrittenProof.of(entry, log, index, Set.of("actor", "clientAddress"));
        given = new Trust(List.of(VerifierKey.parse(log.key().verifierKey())));
    }

    @Test
    void the_genuine_proof_is_good() {
        ProvenEntry proven = EntryProof.parse(genuine.json()).verify(given);

        assertThat(proven.leafData().bytes()).isEqualTo(entry.leafData());
        assertThat(proven.entry().opened("purpose")).hasValueSatisfying(value -> assertThat(value).asString().isEqualTo("support.case"));
        assertThat(proven.entry().opened("actor")).isEmpty();
        assertThat(proven.namesAnotherKey()).isFalse();
    }

    @Test
    void nothing_can_be_changed() {
        var rejected = new TreeMap<String, Integer>();
        new Mutations(genuine, random).each((kind, forged) -> {
            assertThat(forged).as(kind).isNotEqualTo(genuine.json());
            assertThat(isRejected(forged, given)).as("%s with the key from elsewhere: %s", kind, forged).isTrue();
            assertThat(isRejected(forged, new Trust(List.of()))).as("%s with the key in the file: %s", kind, forged).isTrue();
            rejected.merge(kind, 1, Integer::sum);
        });

        print(rejected);
        assertThat(rejected).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void no_byte_of_the_file_can_be_changed_to_make_it_say_something_else() {
        byte[] file = Utf8.encode(genuine.json());
        Map<String, Integer> outcomes = new TreeMap<>();
        EntryProof said = EntryProof.parse(genuine.json());
        for (int at = 0; at < file.length; at++) {
            byte[] forged = file.clone();
            forged[at] ^= (byte) (1 << random.nextInt(7));
            try {
                // What still passes may differ in white space or in the key that was not used, never in what it says.
                ProvenEntry passed = EntryProof.parse(Utf8.decode("the file", forged)).verify(given);
                assertThat(passed.leafData()).isEqualTo(said.leafData());
                assertThat(passed.entry().proof().checkpoint()).isEqualTo(said.proof().checkpoint());
                outcomes.merge(passed.namesAnotherKey() ? "passed: only the unused key differs" : "passed: only white space or a witness differs", 1, Integer::sum);
            } catch (Rejected | Unusable | Malformed rejected) {
                outcomes.merge("rejected", 1, Integer::sum);
            }
        }
        print(outcomes);
        assertThat(outcomes.get("rejected")).isGreaterThan(file.length * 9 / 10);
        assertThat(outcomes).as("the flips that do no harm are seen to pass").containsKey("passed: only the unused key differs");
    }

    @Test
    void a_log_of_the_forgers_own_passes_only_under_the_forgers_key() {
        var theirs = new WrittenLog(log.key().name());
        var invented = new WrittenEntry(random).with("purpose", Utf8.encode("none"));
        WrittenProof forged = WrittenProof.of(invented, theirs, theirs.add(invented.leafData()), Set.of());

        assertThat(isRejected(forged.json(), given)).isTrue();
        assertThat(isRejected(forged.json(), new Trust(List.of()))).as("nothing in the file can tell").isFalse();
    }

    @Test
    void what_is_hidden_cannot_be_guessed_from_its_digest_alone() {
        String digest = genuine.fields().getFirst().digest();

        assertThat(genuine.fields().getFirst().name()).isEqualTo("actor");
        assertThat(Base64.getDecoder().decode(digest))
                .isNotEqualTo(Bytes.sha256(Utf8.encode("agent-17")));
    }

    @Test
    void another_key_of_the_same_name_is_not_taken_for_the_logs() {
        var other = new Trust(List.of(VerifierKey.parse(new LogKey(log.key().name()).verifierKey())));

        assertThatThrownBy(() -> EntryProof.parse(genuine.json()).verify(other))
                .isInstanceOfSatisfying(Rejected.class, bad -> assertThat(bad.where()).isEqualTo("signature"));
    }

    private static boolean isRejected(String forged, Trust trust) {
        try {
            EntryProof.parse(forged).verify(trust);
            return false;
        } catch (Rejected | Unusable rejected) {
            return true;
        }
    }

    private static void print(Map<String, Integer> counts) {
        Consumer<Map.Entry<String, Integer>> row = count -> System.out.printf("%-50s %6d%n", count.getKey(), count.getValue());
        System.out.println("seed " + SEED);
        counts.entrySet().forEach(row);
    }
}
