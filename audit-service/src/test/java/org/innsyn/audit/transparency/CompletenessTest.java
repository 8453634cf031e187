package org.innsyn.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.Topics;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.vault.VaultKeys;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.accesslog.AccessLogApi.CompletenessQuery;
import org.innsyn.schemas.proof.CompletenessStatement;
import org.innsyn.schemas.proof.EntryProof;
import org.innsyn.schemas.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** How many entries a person's log has, told so that it can be checked. */
class CompletenessTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditHouse house = AuditHouse.shared();
    private final String machine = house.tokens().machine("ledger:read");

    @Test
    void a_person_can_check_that_no_entry_is_missing_at_the_end() throws Exception {
        var account = newAccount();
        house.report(IntStream.range(0, 7).mapToObj(i -> supportReads(account)).toArray(AccessEvent[]::new));
        var statement = statement(ledger(account), 7);
        var proofs = JSON.readValue(Awaitility.await().atMost(Duration.ofSeconds(60)).until(
                () -> house.get("/api/v1/ledgers/" + ledger(account) + "/proofs?after=0&upTo=7&size=1000", machine), answer -> answer.statusCode() == 200).body(), EntryProof[].class);

        assertThat(statement.number()).isEqualTo(7);
        assertThat(statement.path()).hasSize(32);
        var folder = Files.createTempDirectory("completeness");
        var told = Files.writeString(folder.resolve("completeness.json"), JSON.writeValueAsString(statement)).toString();
        var key = house.get("/log/key", "").body().strip();
        assertThat(Checker.run("--key", key, told, lines(folder, "all.jsonl", Arrays.stream(proofs)))).as("all of them").isZero();
        assertThat(Checker.run("--key", key, told, lines(folder, "fewer.jsonl", Arrays.stream(proofs).limit(6)))).as("the newest left out").isEqualTo(1);
        assertThat(Checker.run("--key", key, "--log", house.address("/log/"))).as("the whole log, trees of heads too").isZero();
    }

    @Test
    void a_person_asks_for_their_own_and_the_officer_for_anybodys_which_is_recorded() {
        var account = newAccount();
        house.report(supportReads(account));
        var ledger = ledger(account);
        statement(ledger, 1);
        var own = Awaitility.await().atMost(Duration.ofSeconds(60)).until(
                () -> house.post("/api/v1/access-log/mine/completeness", house.tokens().subject(account), "application/json", new byte[0]), answer -> answer.statusCode() == 200);
        assertThat(JSON.readValue(own.body(), CompletenessStatement.class).ledger()).isEqualTo(ledger.value());
        long before = number(ledger);
        var query = JSON.writeValueAsBytes(new CompletenessQuery(Identifier.account(account)));
        var officer = Awaitility.await().atMost(Duration.ofSeconds(60)).until(
                () -> house.post("/api/v1/access-log/completeness", house.tokens().staff("dpo"), "application/json", query), answer -> answer.statusCode() == 200);
        assertThat(JSON.readValue(officer.body(), CompletenessStatement.class).ledger()).isEqualTo(ledger.value());
        assertThat(number(ledger)).as("a look by staff is an entry").isGreaterThan(before);
        assertThat(house.post("/api/v1/access-log/completeness", house.tokens().subject(account), "application/json", query).statusCode()).isEqualTo(403);
    }

    @Test
    void after_shredding_there_is_no_statement_any_more_the_old_one_verifies_and_the_neighbours_lose_nothing() throws Exception {
        var account = newAccount();
        var neighbour = newAccount();
        house.report(supportReads(account), supportReads(neighbour));
        var gone = ledger(account);
        var old = statement(gone, 1);
        house.completeLog(account);
        var task = new Task(UUID.randomUUID(), UUID.randomUUID(), Task.ACCESS_LOG, Task.Action.SHRED, gone.value(), Instant.now());
        new Topics(house).send(Task.TOPIC, task.taskId().toString(), JSON.writeValueAsBytes(task));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> house.bean(Identities.class).ofAccount(account).isEmpty());

        assertThat(ask(gone, 0).statusCode()).isEqualTo(404);
        assertThat(house.bean(CompletenessStatements.class).of(gone)).isEmpty();
        house.report(supportReads(neighbour));
        var folder = Files.createTempDirectory("completeness");
        var key = house.get("/log/key", "").body().strip();
        var files = Stream.of(old, statement(ledger(neighbour), 2)).map(each -> write(folder.resolve(each.ledger() + ".json"), JSON.writeValueAsString(each))).toArray(String[]::new);
        assertThat(Checker.run(Stream.concat(Stream.of("--key", key), Arrays.stream(files)).toArray(String[]::new))).isZero();
    }

    @Test
    void a_key_that_is_gone_before_its_log_is_marked_stops_nobody_elses_statement() {
        var account = newAccount();
        var neighbour = newAccount();
        house.report(supportReads(account), supportReads(neighbour));
        var gone = ledger(account);
        new TransactionTemplate(house.bean(PlatformTransactionManager.class)).executeWithoutResult(t -> house.bean(VaultKeys.class).destroy(gone.value()));
        house.report(supportReads(neighbour));
        assertThat(statement(ledger(neighbour), 2).number()).isEqualTo(2);
        assertThat(house.bean(CompletenessStatements.class).of(gone)).isEmpty();
    }

    @Test
    void two_processes_cannot_both_make_the_tree_of_one_epoch() {
        house.report(supportReads(newAccount()));
        var tables = house.bean(HeadsTables.class);
        var log = house.bean(LogTables.class);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> tables.newest().epoch() >= 1);
        var now = tables.newest();
        var stale = new HeadsTables.Newest(now.generation(), now.epoch() - 1, now.size(), now.leafIndex(), now.leaf(), now.at());
        var leaf = new HeadsLeaf(now.epoch(), now.size(), Instant.EPOCH, new byte[32]);
        assertThatThrownBy(() -> new TransactionTemplate(house.bean(PlatformTransactionManager.class)).executeWithoutResult(t -> {
            long index = log.lockSize();
            log.append(index, leaf.bytes());
            tables.replace(stale, leaf, index, new TreeMap<>(), new TreeMap<>());
        })).hasMessageContaining("another process made epoch");
        assertThat(house.database().queryForObject("select count(*) = count(distinct convert_from(leaf_data, 'UTF8')) from audit.log_leaf where length(leaf_data) > 32", Boolean.class)).isTrue();
    }

    @Test
    void every_slot_is_blinded_afresh_in_every_epoch() {
        var account = newAccount();
        house.report(supportReads(account));
        var first = statement(ledger(account), 1);
        house.report(supportReads(newAccount()));
        var later = Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> statement(ledger(account), 1), each -> !each.heads().equals(first.heads()));
        assertThat(later.number()).isEqualTo(first.number());
        assertThat(later.blinding()).isNotEqualTo(first.blinding());
        assertThat(later.path().stream().map(Arrays::toString).toList()).as("nothing of one path returns in the next")
                .satisfies(path -> assertThat(Collections.disjoint(path, first.path().stream().map(Arrays::toString).toList())).isTrue());
    }

    private CompletenessStatement statement(LedgerId ledger, long atLeast) {
        var answer = Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> ask(ledger, atLeast), response -> response.statusCode() == 200);
        return JSON.readValue(answer.body(), CompletenessStatement.class);
    }

    private HttpResponse<String> ask(LedgerId ledger, long atLeast) {
        return house.get("/api/v1/ledgers/" + ledger + "/completeness?atLeast=" + atLeast, machine);
    }

    private long number(LedgerId ledger) {
        return house.database().queryForObject("select number from audit.ledger_head where ledger_id = ?", Long.class, ledger.value());
    }

    private LedgerId ledger(String account) {
        return house.bean(Identities.class).ofAccount(account).orElseThrow();
    }

    private static String lines(Path folder, String name, Stream<EntryProof> proofs) {
        return write(folder.resolve(name), proofs.map(JSON::writeValueAsString).collect(Collectors.joining("\n", "", "\n")));
    }

    private static String write(Path file, String content) {
        try {
            return Files.writeString(file, content).toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
