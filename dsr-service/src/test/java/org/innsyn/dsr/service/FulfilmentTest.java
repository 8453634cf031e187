package org.innsyn.dsr.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.kafka.common.TopicPartition;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestCommands.Approve;
import org.innsyn.schemas.request.RequestCommands.Move;
import org.innsyn.schemas.request.RequestCommands.Prepare;
import org.innsyn.schemas.request.RequestCommands.Proposal;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.schemas.request.Right;
import org.innsyn.schemas.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.json.JsonMapper;

/** What was decided is done in every system, however often something fails in between. */
@ExtendWith(ServiceExtension.class)
class FulfilmentTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningService service;
    private String account;
    private String sub;
    private RequestsApi person;

    FulfilmentTest(RunningService service) {
        this.service = service;
    }

    @BeforeEach
    void someoneNew() {
        account = "customer-" + UUID.randomUUID();
        sub = UUID.randomUUID().toString();
        person = service.as(sub, "subject", account);
        service.shop().addCustomer(Math.abs(account.hashCode()), account);
        service.audit().answerWith(AuditAnswers::done);
    }

    @AfterEach
    void repair() {
        service.shop().jdbc().execute("drop trigger if exists refuse on messages");
    }

    @Test
    void a_copy_holds_the_whole_log_and_the_systems_rows() throws IOException {
        service.neighbours().ledger(account, 2_345);
        var view = until(approved(Right.ACCESS), RequestState.DONE);

        byte[] zip = person.download(view.id()).getContentAsByteArray();
        assertThat(zip).hasSize((int) view.download().sizeBytes());
        var files = unzip(zip);
        assertThat(files.get("access-log.jsonl").lines()).hasSize(2_345);
        assertThat(files.get("access-log.csv").lines()).hasSize(2_346);
        assertThat(files.get("data/customers.json")).contains(account);
        assertThat(item(view, "access-log").affected()).containsEntry("included", 2_345L);
    }

    @Test
    void the_copy_lies_encrypted_on_disk() throws IOException {
        service.neighbours().ledger(account, 3);
        var view = until(approved(Right.ACCESS), RequestState.DONE);

        var file = Files.readString(service.exports().resolve(view.id() + ".copy"), StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain("PK\u0003\u0004").doesNotContain(account);
    }

    @Test
    void when_its_time_is_over_a_copy_and_its_key_are_gone() {
        service.neighbours().ledger(account, 3);
        var view = until(approved(Right.ACCESS), RequestState.DONE);
        assertThat(view.download().expiresAt()).isBetween(view.receivedAt().plus(Duration.ofDays(7)), Instant.now().plus(Duration.ofDays(7)));

        service.jdbc().update("update task set not_before = now() where request_id = ? and kind = 'EXPIRE'", view.id());

        await().atMost(Duration.ofSeconds(15)).until(() -> person.get(view.id()).download() == null);
        assertThat(service.exports().resolve(view.id() + ".copy")).doesNotExist();
        assertThat(service.jdbc().queryForList("select field from request_detail where request_id = ?", String.class, view.id())).containsExactly("account");
        assertThatThrownBy(() -> person.download(view.id()))
                .isInstanceOfSatisfying(RestClientResponseException.class, e -> assertThat(RunningService.problem(e)).isEqualTo("not-now"));
    }

    @Test
    void no_copy_is_made_of_a_log_the_index_does_not_hold_and_running_again_makes_it() {
        var ledger = service.neighbours().ledger(account, 10);
        service.neighbours().indexed(ledger, 9);
        var view = until(approved(Right.ACCESS), RequestState.PARTLY_DONE);

        assertThat(item(view, "access-log").problem()).contains("index does not hold the whole access log yet");
        assertThat(view.download()).isNull();
        assertThatThrownBy(() -> person.download(view.id()))
                .isInstanceOfSatisfying(RestClientResponseException.class, e -> assertThat(RunningService.problem(e)).isEqualTo("not-now"));

        service.neighbours().indexed(ledger, 10);
        controller().rerun(view.id(), new Move(view.version()));
        assertThat(until(view.id(), RequestState.DONE).download()).isNotNull();
    }

    @Test
    void an_erasure_is_read_back_system_by_system_and_the_log_is_kept_under_restriction() {
        var ledger = service.neighbours().ledger(account, 5);
        var view = until(approved(Right.ERASURE), RequestState.DONE);

        assertThat(item(view, "shop/messages").affected()).containsEntry("erased", 2L);
        assertThat(item(view, "shop/invoices").affected()).containsEntry("kept", 1L);
        assertThat(item(view, "shop/invoices").groundText()).contains("bokføringsloven");
        assertThat(item(view, "shop/customers").affected()).containsEntry("masked", 1L);
        assertThat(view.items()).allSatisfy(item -> {
            assertThat(item.state()).isEqualTo(ItemState.DONE);
            assertThat(item.readBackAt()).isNotNull();
        });
        assertThat(asked(view)).isNotEmpty().allSatisfy(task -> {
            assertThat(task.action()).isEqualTo(Task.Action.RESTRICT);
            assertThat(task.ledger()).isEqualTo(ledger);
        });
    }

    @Test
    void shredding_is_asked_again_until_it_is_answered_always_under_the_same_id() {
        service.neighbours().ledger(account, 5);
        service.audit().answerWith(_ -> null);
        var request = approved(Right.ERASURE, "access-log");

        await().atMost(Duration.ofSeconds(20)).until(() -> asked(person.get(request)).size() >= 3);
        var asked = asked(person.get(request));
        assertThat(asked).extracting(Task::taskId).containsOnly(asked.getFirst().taskId());
        assertThat(asked.getFirst().action()).isEqualTo(Task.Action.SHRED);

        service.audit().tell(AuditAnswers.done(asked.getFirst()));
        service.audit().tell(AuditAnswers.done(asked.getFirst()));
        assertThat(item(until(request, RequestState.DONE), "access-log").affected()).containsEntry("entries", 3L);
    }

    @Test
    void what_the_audit_service_could_not_do_is_said_and_run_again_alone() {
        service.neighbours().ledger(account, 5);
        service.audit().answerWith(AuditAnswers::failed);
        var view = until(approved(Right.ERASURE), RequestState.PARTLY_DONE);

        assertThat(item(view, "access-log").problem()).isEqualTo("A finding is open.");
        assertThat(item(view, "shop/messages").state()).isEqualTo(ItemState.DONE);

        service.audit().answerWith(AuditAnswers::done);
        controller().rerun(view.id(), new Move(view.version()));
        var done = until(view.id(), RequestState.DONE);
        assertThat(item(done, "shop/messages").readBackAt()).isEqualTo(item(view, "shop/messages").readBackAt());
        assertThat(asked(done)).extracting(Task::taskId).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void a_database_that_refuses_leaves_the_request_partly_done_and_its_data_whole() {
        service.neighbours().ledger(account, 5);
        service.shop().jdbc().execute("""
                create or replace function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
                create trigger refuse before delete on messages for each row execute function refuse()""");
        var view = until(approved(Right.ERASURE), RequestState.PARTLY_DONE);

        assertThat(item(view, "access-log").state()).isEqualTo(ItemState.DONE);
        assertThat(item(view, "shop/cases").problem()).contains("SQLSTATE P0001").contains("Nothing was changed");
        assertThat(service.shop().jdbc().queryForObject("select name from customers where account = ?", String.class, account)).startsWith("Name");

        service.shop().jdbc().execute("drop trigger refuse on messages");
        controller().rerun(view.id(), new Move(view.version()));
        assertThat(item(until(view.id(), RequestState.DONE), "shop/cases").affected()).containsEntry("erased", 2L);
    }

    @Test
    void a_person_without_a_log_gets_an_empty_one() throws IOException {
        var view = until(approved(Right.ACCESS), RequestState.DONE);

        assertThat(unzip(person.download(view.id()).getContentAsByteArray()).get("access-log.jsonl")).isEmpty();
    }

    @Test
    void killed_in_the_middle_of_an_erasure_it_finishes_after_the_next_start() throws Exception {
        service.neighbours().ledger(account, 5);
        service.shop().jdbc().execute("""
                create or replace function doze() returns trigger language plpgsql as $$ begin perform pg_sleep(3); return old; end $$;
                create trigger doze before delete on cases for each row execute function doze()""");
        service.stop();
        UUID request;
        try (var process = service.startInItsOwnProcess()) {
            person = service.as(sub, "subject", account);
            request = approved(Right.ERASURE);
            await().atMost(Duration.ofSeconds(20)).until(this::isErasing);
            process.kill();
        }
        service.shop().jdbc().execute("drop trigger doze on cases");
        service.start();
        person = service.as(sub, "subject", account);

        var view = until(request, RequestState.DONE);
        assertThat(item(view, "shop/cases").affected()).containsExactly(Map.entry("erased", 2L));
        assertThat(item(view, "shop/customers").affected()).containsEntry("masked", 1L);
    }

    private boolean isErasing() {
        return service.shop().jdbc().queryForObject(
                "select count(*) from pg_stat_activity where wait_event = 'PgSleep' and query like 'delete%'", Long.class) > 0;
    }

    @Test
    void what_this_service_did_and_who_of_the_staff_looked_is_reported() {
        service.neighbours().ledger(account, 5);
        var view = until(approved(Right.ERASURE), RequestState.DONE);
        service.as("the-dpo", "dpo").get(view.id());

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            var reported = reported();
            assertThat(reported).filteredOn(event -> event.data().actor().kind() == ActorKind.SYSTEM)
                    .extracting(event -> event.data().operation())
                    .containsExactly(Operation.SEARCH, Operation.DELETE);
            assertThat(reported).filteredOn(event -> event.data().actor().id().equals("the-dpo")).singleElement().satisfies(event -> {
                assertThat(event.data().operation()).isEqualTo(Operation.READ);
                assertThat(event.data().object()).isEqualTo("/requests");
                assertThat(event.data().actor().unit()).isEqualTo("privacy");
                assertThat(event.data().caseReference()).isEqualTo(view.reference());
            });
        });
    }

    @Test
    void what_cannot_be_recorded_is_not_shown() {
        var id = person.submit(new Submit(Right.ACCESS, null)).id();
        service.jdbc().execute("alter table access_report rename to access_report_away");
        try {
            assertThatThrownBy(() -> controller().get(id)).isInstanceOfSatisfying(RestClientResponseException.class, e -> {
                assertThat(e.getStatusCode().value()).isEqualTo(503);
                assertThat(RunningService.problem(e)).isEqualTo("reading-not-recorded");
            });
        } finally {
            service.jdbc().execute("alter table access_report_away rename to access_report");
        }
        assertThat(controller().get(id).account()).isEqualTo(account);
    }

    @Test
    void no_table_and_no_question_to_another_service_tells_who_the_person_is() {
        service.neighbours().ledger(account, 5);
        until(approved(Right.ERASURE), RequestState.DONE);

        for (var table : List.of("domain_event", "task", "request_register", "request_detail", "access_report", "processor_token")) {
            var rows = service.jdbc().queryForList("select row_to_json(t)::text from " + table + " t", String.class);
            assertThat(String.join("\n", rows)).as(table).doesNotContain(account).doesNotContain(HexFormat.of().formatHex(account.getBytes(UTF_8)));
        }
        assertThat(service.audit().asked().toString()).doesNotContain(account);
    }

    private UUID approved(Right right, String... alsoErase) {
        var id = person.submit(new Submit(right, null)).id();
        await().atMost(Duration.ofSeconds(15)).until(() -> person.get(id).state() == RequestState.ASSESSED);
        var assessed = person.get(id);
        var proposals = assessed.items().stream()
                .map(item -> List.of(alsoErase).contains(item.key())
                        ? new Proposal(item.key(), Outcome.ERASE, null)
                        : new Proposal(item.key(), item.proposal(), item.ground()))
                .toList();
        var prepared = service.as("handler", "case-handler").prepare(id, new Prepare(assessed.version(), proposals, null));
        controller().approve(id, new Approve(prepared.version()));
        return id;
    }

    private RequestsApi controller() {
        return service.as("controller", "controller");
    }

    private RequestView until(UUID request, RequestState state) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(person.get(request).state()).isEqualTo(state));
        return person.get(request);
    }

    private static RequestItem item(RequestView view, String key) {
        return view.items().stream().filter(item -> item.key().equals(key)).findFirst().orElseThrow();
    }

    private List<Task> asked(RequestView view) {
        return service.audit().asked().stream().filter(task -> task.request().equals(view.id())).toList();
    }

    /** What was reported about this test's person. */
    private List<AccessEvent> reported() {
        var events = new ArrayList<AccessEvent>();
        try (var consumer = service.kafka().consumer("test-reports", 500)) {
            var partitions = consumer.partitionsFor(AccessEvent.TOPIC).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(JSON.readValue(record.value(), AccessEvent.class)));
            }
        }
        return events.stream()
                .filter(event -> event.data().subjects().getFirst().identifiers().getFirst().value().equals(account))
                .toList();
    }

    private static Map<String, String> unzip(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return files;
    }
}
