package org.innsyn.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.verifier.written.Bytes.base64;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.note.Witnesses;
import org.innsyn.verifier.written.LogKey;
import org.innsyn.verifier.written.Rfc6962;
import org.innsyn.verifier.written.WrittenLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a witness signs, what it refuses, and what it remembers: a process that is asked over HTTP. */
class WitnessTest {

    private static final String ORIGIN = "log.example/access";

    @TempDir
    private Path folder;

    private final Random random = new Random(5);
    private final WrittenLog log = new WrittenLog(ORIGIN).fill(1_000, random);
    private final String logKey = log.key().verifierKey();

    private static String request(WrittenLog log, int old, int size) {
        var proof = new StringBuilder("old " + old + "\n");
        Rfc6962.consistency(old, log.leaves().subList(0, size)).forEach(hash -> proof.append(base64(hash)).append('\n'));
        return proof + "\n" + log.checkpoint(size);
    }

    private static void assertCosigned(WitnessProcess witness, HttpResponse<String> answer, String checkpoint) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        new Witnesses(List.of(witness.key()), 1).require(SignedNote.parse(checkpoint + answer.body()));
    }

    @Test
    void what_grows_is_cosigned_and_shown_with_both_signatures() throws Exception {
        try (var witness = new WitnessProcess(folder, logKey)) {
            assertCosigned(witness, witness.post(request(log, 0, 0)), log.checkpoint(0));
            assertCosigned(witness, witness.post(request(log, 0, 1)), log.checkpoint(1));
            int old = 1;
            for (int size : new int[] {2, 3, 256, 257, 700, 700, 1_000}) {
                assertCosigned(witness, witness.post(request(log, old, size)), log.checkpoint(size));
                old = size;
            }
            SignedNote shown = SignedNote.parse(witness.get(KnownLog.hash(ORIGIN) + "/checkpoint").body());
            assertThat(shown.signedBy(List.of(VerifierKey.parse(logKey)))).isNotNull();
            new Witnesses(List.of(witness.key()), 1).require(shown);
            assertThat(shown.text()).contains("\n1000\n");
            assertThat(witness.get(KnownLog.hash("another") + "/checkpoint").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_fork_is_refused_and_so_are_two_checkpoints_of_one_size() throws Exception {
        WrittenLog fork = log.fork(300, random);
        try (var witness = new WitnessProcess(folder, logKey)) {
            assertCosigned(witness, witness.post(request(log, 0, 500)), log.checkpoint(500));

            assertThat(witness.post(request(fork, 500, 600)).statusCode()).as("a proof from the fork's own past").isEqualTo(422);
            assertThat(witness.post(request(log, 500, 600).replace(log.checkpoint(600), fork.checkpoint(600))).statusCode()).as("a proof of the genuine log").isEqualTo(422);
            assertThat(witness.post("old 500\n\n" + fork.checkpoint(600)).statusCode()).as("no proof").isEqualTo(422);
            assertThat(witness.post("old 500\n\n" + fork.checkpoint(500)).statusCode()).as("the same size").isEqualTo(422);
            assertThat(witness.post("old 0\n\n" + fork.checkpoint(600)).statusCode()).as("as if nothing had been").isEqualTo(409);
            assertCosigned(witness, witness.post(request(log, 500, 600)), log.checkpoint(600));
        }
    }

    @Test
    void a_log_that_remembers_another_size_is_told_the_right_one() throws Exception {
        try (var witness = new WitnessProcess(folder, logKey)) {
            witness.post(request(log, 0, 500));

            var conflict = witness.post(request(log, 0, 600));
            assertThat(conflict.statusCode()).isEqualTo(409);
            assertThat(conflict.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
            assertThat(conflict.body()).isEqualTo("500\n");
            assertThat(witness.post(request(log, 400, 400)).statusCode()).as("smaller than what was signed").isEqualTo(409);
        }
    }

    @Test
    void what_the_log_did_not_sign_is_refused() throws Exception {
        try (var witness = new WitnessProcess(folder, logKey)) {
            var stranger = new WrittenLog("another.example/log").fill(5, random);
            assertThat(witness.post(request(stranger, 0, 5)).statusCode()).isEqualTo(404);
            var impostor = new WrittenLog(ORIGIN).fill(5, random);
            assertThat(witness.post(request(impostor, 0, 5)).statusCode()).as("another key of the name").isEqualTo(403);
            String request = request(log, 0, 5);
            int end = request.length() - 20;
            String forged = request.substring(0, end) + (request.charAt(end) == 'A' ? 'B' : 'A') + request.substring(end + 1);
            assertThat(witness.post(forged).statusCode()).as("a wrong signature").isEqualTo(403);
            String twice = request + new LogKey(ORIGIN).sign(log.checkpoint(5).substring(0, log.checkpoint(5).indexOf("\n\n") + 1)).split("\n\n")[1];
            assertThat(witness.post(twice).statusCode()).as("an unknown key beside the known one").isEqualTo(200);
        }
    }

    @Test
    void what_is_no_request_is_refused_and_a_large_one_is_not_read_to_its_end() throws Exception {
        try (var witness = new WitnessProcess(folder, logKey)) {
            String good = request(log, 0, 700);
            for (String bad : List.of("", "old 0\n", "old 0\n\n", good.replace("old 0", "old 00"), good.replace("old 0", "old -1"), good.replace("old 0", "new 0"),
                    good.replace("old 0\n", "old 0\nAAAA\n"), good.replace("old 0", "old 701"), good.replace("\n700\n", "\n0700\n"),
                    good.replace("old 0\n", "old 0\n" + (base64(new byte[32]) + "\n").repeat(64)), "x".repeat(100_000))) {
                assertThat(witness.post(bad).statusCode()).as(bad.substring(0, Math.min(60, bad.length()))).isEqualTo(400);
            }
            assertThat(witness.post(good.replace("old 0\n", "old 0\n" + base64(new byte[32]) + "\n")).statusCode()).as("a proof from nothing").isEqualTo(422);
            assertThat(witness.get("add-checkpoint").statusCode()).isEqualTo(405);
            assertCosigned(witness, witness.post(good), log.checkpoint(700));
        }
    }

    @Test
    void key_and_memory_survive_a_kill() throws Exception {
        String key;
        try (var witness = new WitnessProcess(folder, logKey)) {
            key = witness.key().toString();
            witness.post(request(log, 0, 500));
        }
        try (var witness = new WitnessProcess(folder, logKey)) {
            assertThat(witness.key()).hasToString(key);
            assertThat(witness.post(request(log, 0, 600)).body()).isEqualTo("500\n");
            assertThat(witness.post(request(log.fork(300, random), 500, 600)).statusCode()).isEqualTo(422);
            assertCosigned(witness, witness.post(request(log, 500, 600)), log.checkpoint(600));
        }
    }

    @Test
    void killed_after_it_remembered_and_before_anybody_got_the_signature_it_signs_the_same_again_and_nothing_else() throws Exception {
        Path memory = folder.resolve(KnownLog.hash(ORIGIN) + ".checkpoint");
        try (var witness = new WitnessProcess(folder, logKey); var deaf = new Socket(witness.address().getHost(), witness.address().getPort())) {
            byte[] body = request(log, 0, 500).getBytes(StandardCharsets.UTF_8);
            deaf.getOutputStream().write(("POST /add-checkpoint HTTP/1.1\r\nHost: witness\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            deaf.getOutputStream().write(body);
            Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> Files.exists(memory));
        }
        try (var witness = new WitnessProcess(folder, logKey)) {
            assertThat(witness.post(request(log, 0, 500)).body()).as("it knows what it signed").isEqualTo("500\n");
            assertThat(witness.post("old 500\n\n" + log.fork(300, random).checkpoint(500)).statusCode()).isEqualTo(422);
            assertCosigned(witness, witness.post(request(log, 500, 500)), log.checkpoint(500));
        }
    }

    @Test
    void many_at_once_leave_one_line_of_growth() throws Exception {
        WrittenLog fork = log.fork(300, random);
        try (var witness = new WitnessProcess(folder, logKey)) {
            witness.post(request(log, 0, 300));
            var answers = IntStream.range(0, 40).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                try {
                    return witness.post(request(i % 2 == 0 ? log : fork, 300, 400)).statusCode();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            })).toList();
            assertThat(answers.stream().map(CompletableFuture::join)).as("both grew from 300, and one of them is signed").containsOnlyOnce(200).containsOnly(200, 409);
            String shown = witness.get(KnownLog.hash(ORIGIN) + "/checkpoint").body();
            boolean genuine = shown.startsWith(log.checkpoint(400).substring(0, 60));
            assertThat(witness.post("old 400\n\n" + (genuine ? fork : log).checkpoint(400)).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void it_does_not_start_with_a_damaged_memory_or_beside_another_on_the_same_folder() throws Exception {
        try (var witness = new WitnessProcess(folder, logKey)) {
            witness.post(request(log, 0, 500));
            assertThat(exitCode("--dir", folder.toString(), "--log", logKey)).as("a second one").isEqualTo(1);
        }
        Path memory = folder.resolve(KnownLog.hash(ORIGIN) + ".checkpoint");
        Files.writeString(memory, Files.readString(memory).replace("\n500\n", "\n400\n"));
        assertThat(exitCode("--dir", folder.toString(), "--log", logKey)).as("it was changed").isEqualTo(1);
        assertThat(exitCode("--dir", folder.toString())).isEqualTo(2);
    }

    private static int exitCode(String... words) throws Exception {
        return new ProcessBuilder(WitnessProcess.command(words)).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    @Test
    void a_log_that_changes_its_key_is_known_by_both() throws Exception {
        WrittenLog changed = log.under(new LogKey(ORIGIN));
        try (var witness = new WitnessProcess(folder, logKey, changed.key().verifierKey())) {
            assertCosigned(witness, witness.post(request(log, 0, 500)), log.checkpoint(500));
            assertCosigned(witness, witness.post(request(changed, 500, 600)), changed.checkpoint(600));
        }
    }
}
