package org.innsyn.verifier.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.heads.Statements;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.written.LogKey;
import org.innsyn.verifier.written.WrittenCopy;
import org.innsyn.verifier.written.WrittenLedger;
import org.innsyn.verifier.written.WrittenLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in a signed copy, in its ZIP or unpacked, it is not called good. */
class CopyForgeryTest {

    private static final long SEED = 20260611;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final WrittenLog log = new WrittenLog("log.example/access").fill(70, random);
    private final LogKey key = new LogKey("company.example/copies");
    private final WrittenCopy copy = copy();

    private WrittenCopy copy() {
        var ledger = new WrittenLedger(log, 5, random);
        String statement = ledger.statement(5, "2026-03-02T12:00:00Z");
        return new WrittenCopy().with("index.html", "<p>Your data</p>").with("data/customers.csv", "id,name\r\n1,Ann\r\n").with("empty.txt", "")
                .with("access-log-proofs.jsonl", WrittenLedger.file(ledger.lines())).with("completeness.json", statement).signedBy(key, 5);
    }

    private CheckedCopy check(Path place, LogKey... given) {
        var trust = new Trust(List.of(VerifierKey.parse(log.key().verifierKey())));
        return new CopyCheck(trust, Arrays.stream(given).map(each -> VerifierKey.parse(each.verifierKey())).toList(), new Statements(trust)).check(place);
    }

    private Path zip() throws IOException {
        return copy.writeTo(folder.resolve("copy.zip"));
    }

    @Test
    void a_copy_is_good_in_its_zip_and_unpacked_by_the_key_from_elsewhere_and_by_its_own() throws IOException {
        Path unpacked = copy.unpackTo(folder.resolve("unpacked"));
        Files.writeString(unpacked.resolve(".DS_Store"), "a file manager's");

        for (Path place : List.of(zip(), unpacked)) {
            CheckedCopy named = check(place, key);
            assertThat(named.summedFiles()).hasValue(5);
            assertThat(named.chained()).hasValue(5L);
            assertThat(named.signer().map(VerifierKey::toString)).hasValue(key.verifierKey());
            assertThat(named.signerWasGiven()).isTrue();
            assertThat(check(place).signerWasGiven()).isFalse();
            assertThat(check(place, new LogKey("company.example/copies"), key).signerWasGiven()).as("after a rotation both are named").isTrue();
        }
    }

    @Test
    void no_byte_of_any_file_can_be_changed() throws IOException {
        var rejected = new TreeMap<String, Integer>();
        for (String path : List.copyOf(copy.files().keySet())) {
            byte[] content = copy.files().get(path);
            for (int i = 0; i < Math.min(content.length, 40); i++) {
                byte[] forged = content.clone();
                forged[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
                copy.files().put(path, forged);
                assertRejected(() -> check(zip(), key), path);
                assertRejected(() -> check(zip()), path);
                rejected.merge(path, 1, Integer::sum);
            }
            copy.files().put(path, (new String(content, StandardCharsets.ISO_8859_1) + "x").getBytes(StandardCharsets.ISO_8859_1));
            assertRejected(() -> check(zip(), key), path);
            copy.files().put(path, content);
        }
        assertThat(rejected).hasSize(6).containsKeys("manifest.json", "manifest.json.note");
        assertThat(check(zip(), key).summedFiles()).as("put back").hasValue(5);
    }

    @Test
    void no_file_can_be_left_out_put_in_or_renamed_in_the_zip_or_the_folder() throws IOException {
        int at = 0;
        for (String path : List.copyOf(copy.files().keySet())) {
            byte[] content = copy.files().remove(path);
            assertRejected(() -> check(zip(), key), path);
            Path without = copy.unpackTo(folder.resolve("without-" + at++));
            assertRejected(() -> check(without, key), path);
            copy.files().put(path + ".old", content);
            assertRejected(() -> check(zip(), key), path);
            copy.files().remove(path + ".old");
            copy.files().put(path, content);
        }
        copy.with("data/more.csv", "id\r\n");
        assertRejected(() -> check(zip(), key), "data/more.csv");
        Path more = copy.unpackTo(folder.resolve("more"));
        assertRejected(() -> check(more, key), "data/more.csv");
        copy.without("data/more.csv");
        Path linked = copy.unpackTo(folder.resolve("linked"));
        Files.createSymbolicLink(linked.resolve("data/elsewhere"), folder);
        assertRejected(() -> check(linked, key), "data/elsewhere");
    }

    @Test
    void who_has_not_the_key_cannot_sign_a_changed_copy_again() throws IOException {
        copy.with("data/customers.csv", "id,name\r\n1,Bo\r\n");
        var stranger = new LogKey(key.name());
        copy.signedBy(stranger, 5);
        assertRejected(() -> check(zip(), key), "manifest.json.note");
        copy.signedBy(new LogKey("company.example/reports"), 5);
        assertThatThrownBy(() -> check(zip())).isInstanceOf(Rejected.class).hasMessageContaining("a key that is not for copies");
        copy.without("manifest.json").without("manifest.json.note").withManifest(5);
        assertThatThrownBy(() -> check(zip(), key)).isInstanceOf(Rejected.class).hasMessageContaining("nobody signed this one");
        assertThat(check(zip()).signer()).as("as copies were before they were signed, and it is said").isEmpty();
    }

    @Test
    void the_signature_of_another_copy_is_not_this_ones() throws IOException {
        byte[] note = copy().files().get("manifest.json.note");
        copy.files().put("manifest.json.note", note);

        assertThatThrownBy(() -> check(zip(), key)).isInstanceOf(Rejected.class).hasMessageContaining("It signs another manifest than the one here");
    }

    @Test
    void a_zip_that_was_cut_short_is_not_called_good() throws IOException {
        byte[] whole = Files.readAllBytes(zip());
        for (int i = 0; i < 60; i++) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertThatThrownBy(() -> check(cut, key)).isInstanceOfAny(Rejected.class, Unusable.class);
        }
    }

    @Test
    void a_zip_whose_bytes_are_changed_never_says_something_else() throws IOException {
        byte[] whole = Files.readAllBytes(zip());
        CheckedCopy said = check(zip(), key);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] forged = whole.clone();
            forged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("forged.zip"), forged);
            try {
                CheckedCopy now = check(file, key);
                // What still passes differs in what a ZIP says of its files' times, never in what they hold.
                assertThat(now.summedFiles()).isEqualTo(said.summedFiles());
                assertThat(now.chained()).isEqualTo(said.chained());
                assertThat(now.signer()).isEqualTo(said.signer());
            } catch (Rejected | Unusable bad) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(250);
    }

    private static void assertRejected(ThrowingCallable check, String where) {
        assertThatThrownBy(check).as(where).isInstanceOf(Rejected.class)
                .satisfies(bad -> assertThat(((Rejected) bad).where()).as(bad.getMessage()).startsWith(where.startsWith("manifest.json") ? "manifest.json" : where));
    }
}
