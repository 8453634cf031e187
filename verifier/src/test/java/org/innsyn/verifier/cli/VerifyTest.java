package org.innsyn.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.verifier.written.Bytes.base64;
import static org.innsyn.verifier.written.Bytes.utf8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.written.LogKey;
import org.innsyn.verifier.written.WitnessSigner;
import org.innsyn.verifier.written.WrittenCopy;
import org.innsyn.verifier.written.WrittenEntry;
import org.innsyn.verifier.written.WrittenLedger;
import org.innsyn.verifier.written.WrittenLog;
import org.innsyn.verifier.written.WrittenProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as people run it: a process of its own. */
class VerifyTest {

    @TempDir
    private Path folder;

    private final Random random = new Random(11);
    private final WrittenLog log = new WrittenLog("log.example/access").fill(1_100, random);
    private final String key = log.key().verifierKey();

    private record Said(int exitCode, String out, String err) {}

    private Said verify(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-cp",
                Path.of("target/classes").toAbsolutePath().toString(), "org.innsyn.verifier.cli.Main"));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int exitCode = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
        return new Said(exitCode, Files.readString(out), Files.readString(err));
    }

    private String write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        return name;
    }

    private WrittenProof proof(String... hidden) {
        var entry = new WrittenEntry(random);
        int index = log.add(entry.leafData());
        log.fill(index + 104, random);
        return WrittenProof.of(entry, log, index, Set.of(hidden));
    }

    @Test
    void a_good_proof_is_told_in_words() throws Exception {
        String file = write("access.innsyn-proof.json", proof("actor", "clientAddress").json());

        Said said = verify("--key", key, file);

        assertThat(said.out()).startsWith(file + ": good")
                .contains("This entry stands in the signed log")
                .containsPattern("Why +support\\.case")
                .containsPattern("Kinds of data +contact-data, billing")
                .containsPattern("Justification +Kunden ba om hjelp på e-post")
                .containsPattern("Hidden from this reader: Who, From the address")
                .contains("It is entry 1,101 of 1,204 (index 1100).")
                .contains("The checkpoint of the log log.example/access over 1,204 entries", "Its signature is good")
                .contains("It was checked with the key you named.")
                .doesNotContain("agent-17");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void without_a_key_it_says_plainly_what_that_is_worth() throws Exception {
        Said said = verify(write("access.innsyn-proof.json", proof().json()));

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).startsWith("access.innsyn-proof.json: good by its own key")
                .contains("in the log that is signed with the key in this file")
                .contains("The key came with the file, so this shows only that the file agrees with that key.");
    }

    @Test
    void a_forged_proof_is_bad_and_it_says_where() throws Exception {
        String forged = proof().json().replace(base64(utf8("support.case")), base64(utf8("support.none")));

        Said said = verify("--key", key, write("access.innsyn-proof.json", forged));

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out()).contains("This file does not match the signed log. It was changed after it was made, or it is not ours."
                + " Nothing else is known from this file.", "What does not hold: inclusion proof.").doesNotContain("support");
    }

    @Test
    void a_copy_behind_a_password_is_to_be_taken_out_first() throws Exception {
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(folder.resolve("copy-locked.zip")))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("copy.zip"));
            zip.write(1);
            zip.closeEntry();
        }
        // Bit 0 of the general purpose flag says "encrypted", in the file's own header and in the directory (APPNOTE 4.4.4).
        byte[] bytes = Files.readAllBytes(folder.resolve("copy-locked.zip"));
        for (int i = 0; i + 9 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3 && bytes[i + 3] == 4) {
                bytes[i + 6] |= 1;
            } else if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
            }
        }
        Files.write(folder.resolve("copy-locked.zip"), bytes);

        Said said = verify("copy-locked.zip");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.out() + said.err()).contains("locked with a password").contains("check the ZIP that lies in it");
    }

    @Test
    void programs_are_answered_in_json() throws Exception {
        String good = write("good.innsyn-proof.json", proof("actor").json());
        String other = write("other.txt", "hello");

        Said said = verify("--json", "--key", key, good, other, "absent");

        assertThat(said.exitCode()).isEqualTo(2);
        var answer = (Json.Members) Json.parse(said.out().strip());
        assertThat(answer.members()).containsEntry("result", new Json.Text("unusable"));
        var answers = ((Json.Items) answer.members().get("answers")).items();
        assertThat(answers).extracting(each -> Json.text((Json.Members) each, "result")).containsExactly("good", "unusable", "unusable");
        assertThat(((Json.Members) answers.getFirst()).members())
                .containsEntry("index", new Json.Number("1100"))
                .containsEntry("hidden", new Json.Items(List.of(new Json.Text("actor"))))
                .containsEntry("keyWasGiven", new Json.Truth(true));
    }

    @Test
    void a_statement_is_held_against_the_entries_beside_it_whichever_comes_first() throws Exception {
        var ledger = new WrittenLedger(log, 12, random);
        String statement = write("completeness.json", ledger.statement(12, "2026-03-02T12:00:00Z"));
        List<String> lines = ledger.lines();

        Said good = verify("--key", key, write("access-log-proofs.jsonl", WrittenLedger.file(lines)), statement);
        Said cut = verify("--key", key, statement, write("cut.jsonl", WrittenLedger.file(lines.subList(0, 10))));

        assertThat(good.exitCode()).as(good.out()).isZero();
        assertThat(good.out()).contains("had 12 entries at 2026-03-02T12:00:00Z, not one more or less. What no source reported is not covered.",
                "Nothing is missing at the end either: at 2026-03-02T12:00:00Z these were all 12 entries.");
        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.out()).contains("The file ends with entry 10, and the newest 2 that the statement counts are missing.");
    }

    @Test
    void a_copy_tells_how_many_entries_there_were_when_it_was_made() throws Exception {
        var ledger = new WrittenLedger(log, 12, random);
        String statement = ledger.statement(12, "2026-03-02T12:00:00Z");
        List<String> lines = ledger.lines().subList(0, 9);
        new WrittenCopy().with("access-log-proofs.jsonl", WrittenLedger.file(lines)).with("completeness.json", statement).withManifest(9).writeTo(folder.resolve("copy.zip"));

        Said said = verify("--key", key, "copy.zip");

        assertThat(said.exitCode()).as(said.out()).isZero();
        assertThat(said.out()).contains("At 2026-03-02T12:00:00Z the log of the person had 12 entries: the newest 3 are not in here.");
    }

    @Test
    void a_copy_may_begin_where_earlier_entries_ended_with_their_time_and_says_that_nobody_can_check_those() throws Exception {
        var ledger = new WrittenLedger(log, 12, random);
        String statement = ledger.statement(12, "2026-03-02T12:00:00Z");
        List<String> lines = ledger.lines();
        copyOf(lines.subList(4, 12), statement).withManifest(12, 4).writeTo(folder.resolve("copy.zip"));

        Said said = verify("--key", key, "copy.zip");

        assertThat(said.exitCode()).as(said.out()).isZero();
        assertThat(said.out()).contains("All 8 proofs are good, and each follows the one before it: nothing is missing between number 5 and number 12.",
                "The 4 entries before them are not here: manifest.json says that their time was over. That cannot be checked from here",
                "Nothing is missing at the end either");
        assertBad(copyOf(lines.subList(4, 12), statement).withManifest(12), "access-log-proofs.jsonl, line 1, previous. It is not the first entry of its log");
        assertBad(copyOf(lines.subList(4, 12), statement).withManifest(12, 3), "access-log-proofs.jsonl, line 1, number. It is not number 4 of its log");
        assertBad(copyOf(lines, statement).withManifest(12, 4), "access-log-proofs.jsonl, line 1, previous. It is the first entry of its log, and 4 are said to come before it");
        assertBad(copyOf(lines.subList(4, 11), statement).withManifest(12, 4), "access-log-proofs.jsonl, proofs. There are 7 proofs for the 8 entries");
        assertBad(copyOf(ledger.lines().stream().skip(4).filter(line -> !line.equals(lines.get(6))).toList(), statement).withManifest(12, 4), "access-log-proofs.jsonl, line 3, previous. It does not follow");
    }

    private static WrittenCopy copyOf(List<String> lines, String statement) {
        return new WrittenCopy().with("access-log-proofs.jsonl", WrittenLedger.file(lines)).with("completeness.json", statement);
    }

    @Test
    void bad_outweighs_unusable() throws Exception {
        String bad = write("bad.innsyn-proof.json", proof().json().replace("index 1100", "index 1101"));

        assertThat(verify("absent", bad, write("good.innsyn-proof.json", proof().json())).exitCode()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_checked_is_neither_good_nor_bad() throws Exception {
        assertThat(verify().exitCode()).isEqualTo(2);
        assertThat(verify("--key", "nonsense", "file").err()).contains("--key cannot be used");
        assertThat(verify("--wrong").err()).contains("There is no option --wrong");
        assertThat(verify("--since", "x", "file").exitCode()).isEqualTo(2);
        assertThat(verify("--help").out()).contains("Usage:");
        Files.write(folder.resolve("noise"), new byte[] {(byte) 0xff, 0});
        assertThat(verify("noise").out()).contains("The file is not text");
        assertThat(verify(write("cut.innsyn-proof.json", proof().json().substring(0, 400))).out()).contains("download it again");
    }

    @Test
    void a_bare_proof_is_checked_for_the_leaf_that_is_named() throws Exception {
        byte[] leaf = log.entries().get(42);
        String file = write("entry.tlog-proof", log.proof(42));

        assertThat(verify("--key", key, "--leaf", base64(leaf), file).out()).contains("entry 43 of 1,100");
        assertThat(verify("--key", key, "--leaf", base64(log.entries().get(43)), file).exitCode()).isEqualTo(1);
        assertThat(verify("--key", key, file).exitCode()).isEqualTo(2);
        assertThat(verify("--leaf", base64(leaf), file).out()).contains("brings no key");
    }

    @Test
    void a_whole_log_is_rebuilt_from_its_entries() throws Exception {
        log.writeTo(folder.resolve("log"));
        String since = write("since", log.checkpoint(400));

        Said good = verify("--log", "log", "--key", key, "--since", since);
        assertThat(good.out()).contains("This log is sound: its 1,100 entries add up", "all 6 tiles", "begins with the 400 entries");
        assertThat(good.exitCode()).isZero();

        Path tile = folder.resolve("log/tile/0/002");
        byte[] forged = Files.readAllBytes(tile);
        forged[100] ^= 1;
        Files.write(tile, forged);
        Said bad = verify("--log", "log", "--key", key);
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.out()).contains("What does not hold: tile/0/002. Hash 3 of the tile");
        assertThat(verify("--log", "nowhere").exitCode()).isEqualTo(2);
    }

    @Test
    void every_earlier_checkpoint_must_be_a_beginning_of_the_log() throws Exception {
        log.writeTo(folder.resolve("log"));
        String one = write("one", log.checkpoint(400));
        String two = write("two", log.checkpoint(256));
        WrittenLog fork = log.fork(300, random);

        Said good = verify("--log", "log", "--key", key, "--since", one, two, write("entry.innsyn-proof.json", proof().json()));
        assertThat(good.out()).as("the proof's checkpoint is newer than the log that is served").contains("it lost some");
        log.writeTo(folder.resolve("log"));
        good = verify("--log", "log", "--key", key, "--since", one, two, "entry.innsyn-proof.json");
        assertThat(good.out()).contains("begins with the 256 entries", "begins with the 400 entries", "begins with the 1,204 entries");
        assertThat(good.exitCode()).isZero();
        assertThat(verify("--log", "log", two).exitCode()).as("with the log's own key").isZero();

        Said bad = verify("--log", "log", "--key", key, write("forked", fork.checkpoint(350)));
        assertThat(bad.out()).contains("no longer begins with the 350 entries");
        assertThat(bad.exitCode()).isEqualTo(1);
    }

    @Test
    void two_checkpoints_of_one_size_are_a_fork_without_any_log() throws Exception {
        String one = write("one", log.checkpoint(400));
        String two = write("two", log.fork(300, random).checkpoint(400));

        assertThat(verify("--key", key, one, one, write("three", log.checkpoint(401))).exitCode()).isZero();
        Said bad = verify("--key", key, one, two);
        assertThat(bad.out()).contains("one: good", "two: bad", "the log tells two stories");
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(verify(one).out()).contains("A checkpoint brings no key");
    }

    @Test
    void witnesses_are_named_with_the_time_they_signed_and_must_be_as_many_as_required() throws Exception {
        var one = new WitnessSigner("witness.example/one");
        var two = new WitnessSigner("witness.example/two");
        WrittenProof proof = proof();
        String file = write("cosigned.innsyn-proof.json", new WrittenProof(proof.fields(), one.cosign(proof.proof(), log.checkpoint(), 1_772_445_600), proof.key()).json());

        Said good = verify("--key", key, "--witness", one.verifierKey(), "--witness", two.verifierKey(), "--quorum", "1", file);
        assertThat(good.out()).contains("The witness witness.example/one had seen it as the newest of this log at 2026-03-02T10:00:00Z", "1 of the 2 witnesses");
        assertThat(good.exitCode()).isZero();
        assertThat(verify("--key", key, file).exitCode()).as("strangers' lines do not disturb").isZero();
        Said bad = verify("--key", key, "--witness", one.verifierKey(), "--witness", two.verifierKey(), file);
        assertThat(bad.out()).contains("What does not hold: cosignatures", "2 are required");
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(verify("--quorum", "1", file).exitCode()).isEqualTo(2);
        assertThat(verify("--witness", key, file).exitCode()).as("not a witness's key").isEqualTo(2);
    }

    @Test
    void a_persons_proofs_follow_one_another_without_a_gap() throws Exception {
        List<String> lines = new WrittenLedger(log, 12, random).lines();

        Said good = verify("--key", key, write("access-log-proofs.jsonl", WrittenLedger.file(lines)));
        assertThat(good.out()).contains("All 12 proofs are good, and each follows the one before it");
        assertThat(good.exitCode()).isZero();

        var removed = new ArrayList<>(lines);
        removed.remove(6);
        assertBad(removed, "line 7, previous");
        var swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 3, 4);
        assertBad(swapped, "line 4, previous");
        var repeated = new ArrayList<>(lines);
        repeated.add(3, lines.get(3));
        assertBad(repeated, "line 5, previous");
        assertBad(lines.subList(1, 12), "line 1, previous");
        var mixed = new ArrayList<>(lines);
        mixed.set(5, new WrittenLedger(log, 12, random).lines().get(5));
        assertBad(mixed, "line 6, previous");
    }

    private void assertBad(List<String> lines, String where) throws Exception {
        Said bad = verify("--key", key, write("forged.jsonl", WrittenLedger.file(lines)));
        assertThat(bad.out()).contains("What does not hold: " + where);
        assertThat(bad.exitCode()).isEqualTo(1);
    }

    @Test
    void a_copy_is_checked_file_by_file_and_proof_by_proof() throws Exception {
        List<String> lines = new WrittenLedger(log, 9, random).lines();

        Said good = verify("--key", key, copy(lines).withManifest(9).writeTo(folder.resolve("copy.zip")).toString());

        assertThat(good.out()).contains("All 3 files are the ones manifest.json lists", "All 9 proofs are good", "All 1 proofs that stand alone are good");
        assertThat(good.exitCode()).isZero();
    }

    private WrittenCopy copy(List<String> lines) {
        return new WrittenCopy().with("index.html", "<p>Your data</p>").with("access-log-proofs.jsonl", WrittenLedger.file(lines))
                .with("proofs/one.innsyn-proof.json", proof().json());
    }

    @Test
    void a_copy_that_was_changed_is_bad() throws Exception {
        List<String> lines = new WrittenLedger(log, 9, random).lines();

        assertBad(copy(lines).withManifest(9).with("index.html", "<p>Your dada</p>"), "index.html. The file is not the one");
        assertBad(copy(lines).withManifest(9).without("index.html"), "index.html. The manifest lists the file and it is not there");
        assertBad(copy(lines).withManifest(9).with("more.txt", ""), "more.txt. The file is not in the manifest");
        assertBad(copy(lines.subList(0, 8)).withManifest(9), "access-log-proofs.jsonl, proofs. There are 8 proofs for the 9 entries");
        assertBad(copy(lines).with("proofs/one.innsyn-proof.json", "{}").withManifest(9), "proofs/one.innsyn-proof.json");
    }

    @Test
    void a_signed_copy_says_whose_word_it_is_in_its_zip_and_unpacked() throws Exception {
        var copyKey = new LogKey("company.example/copies");
        WrittenCopy copy = copy(new WrittenLedger(log, 9, random).lines()).signedBy(copyKey, 9);
        String zip = copy.writeTo(folder.resolve("copy.zip")).toString();
        String unpacked = copy.unpackTo(folder.resolve("unpacked")).toString();

        for (String place : List.of(zip, unpacked)) {
            Said named = verify("--key", key, "--key", copyKey.verifierKey(), place);
            assertThat(named.exitCode()).as(named.out()).isZero();
            assertThat(named.out()).startsWith(place + ": good\n").contains("All 3 files are the ones manifest.json lists, and there are no others.",
                    "The manifest is signed with a key you named: company.example/copies+", "All 9 proofs are good");
        }
        Said own = verify("--key", key, zip);
        assertThat(own.out()).startsWith(zip + ": good by its own key").contains("Get that key from elsewhere and name it with --key to know whose word the copy is.");
        Said other = verify("--key", key, "--key", new LogKey("company.example/copies").verifierKey(), zip);
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.out()).contains("What does not hold: manifest.json.note, signature.");
        Files.writeString(folder.resolve("unpacked/index.html"), "<p>Your dada</p>");
        Said changed = verify("--key", key, unpacked);
        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.out()).contains("What does not hold: index.html.");
        assertThat(verify("--key", key, Files.createDirectory(folder.resolve("nothing")).toString()).exitCode()).isEqualTo(2);
    }

    private void assertBad(WrittenCopy copy, String where) throws Exception {
        Said bad = verify("--key", key, copy.writeTo(folder.resolve("bad.zip")).toString());
        assertThat(bad.out()).contains("What does not hold: " + where);
        assertThat(bad.exitCode()).isEqualTo(1);
    }

    @Test
    void another_logs_key_does_not_pass() throws Exception {
        Said said = verify("--key", new LogKey(log.key().name()).verifierKey(), write("access.innsyn-proof.json", proof().json()));

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out()).contains("What does not hold: signature.");
    }

    @Test
    void a_value_cannot_steer_the_terminal() throws Exception {
        var entry = new WrittenEntry(random).with("purpose", utf8("\u001b[2J\u202egood"));
        int index = log.add(entry.leafData());

        Said said = verify(write("access.innsyn-proof.json", WrittenProof.of(entry, log, index, Set.of()).json()));

        assertThat(said.out()).contains("<U+001B>[2J<U+202E>good").doesNotContain("\u001b", "\u202e");
    }
}
