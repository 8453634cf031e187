package org.innsyn.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.platform.crypto.NoteVerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The log and witnesses: real ones, in processes of their own. */
class CosigningTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private LogHouse log(String keys) {
        return new LogHouse(folder.resolve(keys));
    }

    private static String key(LogHouse log) {
        return log.keys().all().getFirst().verifierKey();
    }

    @Test
    void every_new_checkpoint_is_cosigned_and_the_checker_says_so() throws Exception {
        var log = log("keys").grow(0);
        try (var witness = new WitnessProcess(folder.resolve("witness"), key(log))) {
            var cosigning = witness.asked(log);
            for (int by : new int[] {1, 2, 297, 1, 500}) {
                log.grow(by);
                assertThat(witness.key().isNamedIn(log.note())).as("published before it is cosigned").isFalse();
                cosigning.run();
                assertThat(witness.key().isNamedIn(log.note())).isTrue();
                cosigning.run();
            }
            assertThat(log.note().lines().filter(line -> line.startsWith("\u2014 "))).as("once each").hasSize(2);
            var copy = log.copyTo(folder.resolve("copy"));
            assertThat(Checker.run("--log", copy, "--key", key(log), "--witness", witness.key().toString())).isZero();
            assertThat(cosigning.isTroubled()).isFalse();
        }
    }

    @Test
    void a_proof_carries_a_cosigned_checkpoint_where_there_is_one() throws Exception {
        var log = log("keys").grow(10);
        try (var witness = new WitnessProcess(folder.resolve("witness"), key(log))) {
            witness.asked(log).run();
            log.grow(10);

            var published = log.published(0, PATIENCE);
            assertThat(published.newest()).hasValueSatisfying(newest -> assertThat(newest.size()).as("shown at once").isEqualTo(20));
            assertThat(published.covering(9)).hasValueSatisfying(checkpoint -> assertThat(witness.key().isNamedIn(checkpoint.note())).isTrue());
            assertThat(published.covering(10)).as("what no cosigned one covers is proved all the same")
                    .hasValueSatisfying(checkpoint -> assertThat(checkpoint.size()).isEqualTo(20));
            assertThat(published.covering(20)).isEmpty();
        }
    }

    @Test
    void with_a_quorum_a_checkpoint_waits_for_its_witnesses_and_not_for_ever() throws Exception {
        var log = log("keys").grow(10);
        var published = log.published(1, PATIENCE);
        try (var witness = new WitnessProcess(folder.resolve("witness"), key(log))) {
            var cosigning = witness.asked(log);
            cosigning.run();
            log.pass(PATIENCE);
            log.grow(10);
            assertThat(published.newest()).hasValueSatisfying(newest -> assertThat(newest.size()).as("not yet cosigned").isEqualTo(10));
            cosigning.run();
            assertThat(published.newest()).hasValueSatisfying(newest -> assertThat(newest.size()).isEqualTo(20));
        }
        log.grow(10);
        assertThat(published.newest()).hasValueSatisfying(newest -> assertThat(newest.size()).isEqualTo(20));
        log.pass(PATIENCE);
        assertThat(published.newest()).as("the witness is dead").hasValueSatisfying(newest -> assertThat(newest.size()).isEqualTo(30));
    }

    @Test
    void restarts_on_either_side_cost_one_question_more() throws Exception {
        var log = log("keys").grow(300);
        var memory = folder.resolve("witness");
        try (var witness = new WitnessProcess(memory, key(log))) {
            witness.asked(log).run();
        }
        log.grow(50);
        try (var witness = new WitnessProcess(memory, key(log))) {
            witness.asked(log).run();
            assertThat(witness.key().isNamedIn(log.note())).as("a service that knows nothing, a witness that remembers").isTrue();
        }
    }

    @Test
    void a_log_that_tells_another_story_gets_no_cosignature() throws Exception {
        var log = log("keys").grow(300);
        var fork = new LogHouse(folder.resolve("keys"), folder.resolve("other journal")).grow(400);
        assertThat(key(fork)).isEqualTo(key(log));
        try (var witness = new WitnessProcess(folder.resolve("witness"), key(log))) {
            witness.asked(log).run();

            var refused = witness.asked(fork);
            refused.run();
            assertThat(refused.isTroubled()).isTrue();
            assertThat(witness.key().isNamedIn(fork.note())).isFalse();
            log.grow(1);
            var goesOn = witness.asked(log);
            goesOn.run();
            assertThat(goesOn.isTroubled()).isFalse();
        }
    }

    @Test
    void a_log_that_lost_entries_is_noticed() throws Exception {
        var log = log("keys").grow(300);
        var restored = new LogHouse(folder.resolve("keys"), folder.resolve("lost journal")).grow(200);
        try (var witness = new WitnessProcess(folder.resolve("witness"), key(log))) {
            witness.asked(log).run();
            var asking = witness.asked(restored);
            asking.run();
            assertThat(asking.isTroubled()).isTrue();
        }
    }

    @Test
    void a_witness_that_was_not_told_of_the_log_is_no_witness() throws Exception {
        var log = log("keys").grow(5);
        try (var witness = new WitnessProcess(folder.resolve("witness"), key(log("other keys")))) {
            var asking = witness.asked(log);
            asking.run();
            assertThat(asking.isTroubled()).isTrue();
            assertThat(witness.key().isNamedIn(log.note())).isFalse();
        }
    }

    @Test
    void what_a_liar_or_nobody_answers_is_not_put_below_a_checkpoint() throws Exception {
        var log = log("keys").grow(5);
        String before = log.note();
        try (var genuine = new WitnessProcess(folder.resolve("witness"), key(log))) {
            for (String lie : List.of("", "nonsense\n", log.note().lines().skip(4).findFirst().orElseThrow() + "\n",
                    "\u2014 " + genuine.key().name() + " AAAA\n", "x".repeat(200_000))) {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/add-checkpoint", exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    var body = lie.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
                server.start();
                try {
                    asking(genuine.key(), server.getAddress().getPort(), log).run();
                } finally {
                    server.stop(0);
                }
                assertThat(log.note()).isEqualTo(before);
            }
            asking(genuine.key(), 1, log).run();
            assertThat(log.note()).as("nobody is there").isEqualTo(before);
        }
    }

    private static Cosigning asking(NoteVerifierKey key, int port, LogHouse log) {
        return new Cosigning(new Witness(key, URI.create("http://127.0.0.1:" + port), HttpClient.newHttpClient()), log.tables(), log.tree(), log.clock());
    }

    @Test
    void the_running_service_gets_its_checkpoints_cosigned_and_its_proofs_show_it() throws Exception {
        var house = AuditHouse.shared();
        var account = newAccount();
        house.report(supportReads(account));
        var entry = house.completeLog(account).entries().getFirst().id();
        var logKey = house.get("/log/key", "").body().strip();
        try (var witness = new WitnessProcess(folder.resolve("witness"), logKey);
                var cosigners = new Cosigners(List.of(witness.asked(house.bean(LogTables.class), house.bean(MerkleTree.class), Clock.systemUTC())))) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> witness.key().isNamedIn(house.get("/log/checkpoint", "").body()));
            assertThat(Checker.run("--log", house.address("/log/"), "--key", logKey, "--witness", witness.key().toString(), "--quorum", "0")).isZero();
            var proof = Awaitility.await().atMost(Duration.ofSeconds(30)).until(
                    () -> house.post("/api/v1/access-log/mine/proof", house.tokens().subject(account), "application/json",
                            ("{\"entry\":\"" + entry + "\"}").getBytes(StandardCharsets.UTF_8)),
                    answer -> answer.statusCode() == 200 && witness.key().isNamedIn(
                            JsonMapper.builder().build().readTree(answer.body()).get("proof").asString()));
            var file = Files.writeString(folder.resolve("entry.innsyn-proof.json"), proof.body()).toString();
            assertThat(Checker.run("--key", logKey, "--witness", witness.key().toString(), file)).isZero();
            assertThat(cosigners.troubled()).isZero();
        }
    }
}
