package org.innsyn.audit.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.innsyn.audit.accesslog.AccessLogIndex;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.Topics;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.store.EntryDetails;
import org.innsyn.platform.vault.VaultKeys;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.ReportResult.Status;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.schemas.accesslog.HeldReason;
import org.innsyn.schemas.operator.KeyStatus;
import org.innsyn.schemas.task.Task;
import org.innsyn.schemas.task.TaskResult;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LedgerTasksTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AccessLogQuery HELD = new AccessLogQuery(null, null, null, null, null, null, null, null, null, null, null, true, null, 500);

    private final AuditHouse house = AuditHouse.shared();
    private final Topics topics = new Topics(house);

    @Test
    void a_shredded_person_can_be_found_nowhere_and_the_result_says_what_was_removed() {
        var account = newAccount();
        house.report(supportReads(account), supportReads(account));
        house.completeLog(account);
        var ledger = ledger(account);
        var entries = house.database().queryForList("select entry_id from audit.entry_detail where ledger_id = ?", UUID.class, ledger.value());
        assertThat(house.bean(EntryDetails.class).open(entries)).as("readable before").hasSizeGreaterThanOrEqualTo(2);

        var result = ask(task(Task.Action.SHRED, ledger.value()));

        assertThat(result.status()).isEqualTo(TaskResult.Status.DONE);
        assertThat(result.remaining()).containsOnlyKeys("keys", "details", "identifiers", "entries", "documents");
        assertThat(result.remaining().values()).containsOnly(0L);
        assertThat(result.affected().get("details")).isEqualTo(entries.size());
        assertThat(house.mine(account, AccessLogQuery.all()).entries()).as("portal").isEmpty();
        assertThat(house.search(AccessLogQuery.all().withSubject(Identifier.account(account))).entries()).as("officer").isEmpty();
        assertThat(house.bean(AccessLogIndex.class).countAfterRefresh(ledger)).as("index").isZero();
        assertThat(house.bean(EntryDetails.class).open(entries)).as("vault").isEmpty();
        assertThat(house.bean(VaultKeys.class).live(ledger.value())).as("keys").isZero();
        assertThat(house.database().queryForList("select payload_type from audit.domain_event where aggregate_id = ?", String.class, ledger.toString()))
                .as("events").containsExactly("ledger.LedgerShredded");
        assertThat(house.get("/api/v1/ledgers/" + ledger + "/entries?after=0&upTo=1&size=10", house.tokens().machine("ledger:read")).statusCode()).isEqualTo(404);
    }

    @Test
    void a_shredding_is_told_again_once_no_backup_brings_it_back_and_not_before() {
        var account = newAccount();
        house.report(supportReads(account));
        house.completeLog(account);
        var shred = task(Task.Action.SHRED, ledger(account).value());
        var first = ask(shred);
        assertThat(first.unreadableSince()).isBeforeOrEqualTo(first.completedAt()).isAfter(shred.askedAt());
        assertThat(first.beyondRecoverySince()).as("the epoch key still lives").isNull();

        var rotated = house.post("/api/v1/admin/keys/rotate", house.tokens().machine("operator"), "application/json", new byte[0]);
        assertThat(rotated.statusCode()).as(rotated.body()).isEqualTo(200);

        // The index goes on keeping deleted documents in its files until it next looks who may need them, every half minute.
        var told = Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> results(shred.taskId()), results -> results.size() == 2).getLast();
        assertThat(told.beyondRecoverySince()).isAfterOrEqualTo(told.unreadableSince());
        assertThat(told.unreadableSince()).isEqualTo(first.unreadableSince());
        assertThat(deletedDocuments()).as("documents that nobody finds, in the index's files").isZero();
        send(shred);
        var again = Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> results(shred.taskId()), results -> results.size() == 3).getLast();
        assertThat(again).as("asked again").isEqualTo(told);
    }

    private long deletedDocuments() {
        try {
            return house.bean(ElasticsearchClient.class).indices().stats(s -> s.index("innsyn-access-log")).all().primaries().docs().deleted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void only_the_operator_looks_at_keys() {
        assertThat(house.get("/api/v1/admin/keys", house.tokens().staff("dpo")).statusCode()).isEqualTo(403);
        assertThat(house.get("/api/v1/admin/keys", "").statusCode()).isEqualTo(401);
        var status = JSON.readValue(house.get("/api/v1/admin/keys", house.tokens().machine("operator")).body(), KeyStatus.class);
        assertThat(status.store()).isEqualTo("key folder");
        assertThat(status.live()).isPositive();
        assertThat(status.closing()).isZero();
        assertThat(status.beyondRecoveryBefore()).isEqualTo(status.openedAt());
    }

    @Test
    void later_reports_bring_nobody_back() {
        var account = newAccount();
        house.report(supportReads(account));
        var ledger = ledger(account);
        ask(task(Task.Action.SHRED, ledger.value()));

        assertThat(house.report(supportReads(account)).results().getFirst().status()).isEqualTo(Status.RECORDED);
        assertThat(house.bean(Identities.class).ofAccount(account)).isEmpty();
        assertThat(house.bean(VaultKeys.class).live(ledger.value())).as("no key is issued again").isZero();
        var held = Awaitility.await().until(() -> house.search(HELD), page -> page.entries().stream().anyMatch(entry -> entry.held() == HeldReason.ERASED));
        assertThat(held.entries()).filteredOn(entry -> entry.held() == HeldReason.ERASED)
                .allMatch(entry -> entry.details().identifiers() == null && entry.details().justification() == null);
    }

    @Test
    void a_task_asked_again_is_answered_again_and_done_once() {
        var account = newAccount();
        house.report(supportReads(account));
        house.completeLog(account);
        var task = task(Task.Action.RESTRICT, ledger(account).value());
        var first = ask(task);
        assertThat(first.status()).isEqualTo(TaskResult.Status.DONE);
        send(task);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> results(task.taskId()).size() >= 2);
        assertThat(results(task.taskId())).extracting(TaskResult::affected).allMatch(first.affected()::equals);
        assertThat(house.database().queryForObject("select count(*) from audit.domain_event where aggregate_id = ? and payload_type = 'ledger.LedgerRestricted'",
                Long.class, task.ledger().toString())).isEqualTo(1);
        assertThat(house.completeLog(account).total()).as("a restricted log can still be read by its person").isEqualTo(1);
    }

    @Test
    void a_task_for_a_ledger_that_does_not_exist_fails_with_a_reason() {
        var result = ask(task(Task.Action.SHRED, UUID.randomUUID()));
        assertThat(result.status()).isEqualTo(TaskResult.Status.FAILED);
        assertThat(result.reason()).isEqualTo("There is no such ledger.");
    }

    private static Task task(Task.Action action, UUID ledger) {
        return new Task(UUID.randomUUID(), UUID.randomUUID(), Task.ACCESS_LOG, action, ledger, Instant.now());
    }

    private LedgerId ledger(String account) {
        return house.bean(Identities.class).ofAccount(account).orElseThrow();
    }

    private TaskResult ask(Task task) {
        send(task);
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> results(task.taskId()), results -> !results.isEmpty()).getFirst();
    }

    private void send(Task task) {
        topics.send(Task.TOPIC, task.taskId().toString(), JSON.writeValueAsBytes(task));
    }

    private List<TaskResult> results(UUID task) {
        return topics.read(TaskResult.TOPIC).stream().map(record -> JSON.readValue(record.value(), TaskResult.class)).filter(result -> result.taskId().equals(task)).toList();
    }
}
