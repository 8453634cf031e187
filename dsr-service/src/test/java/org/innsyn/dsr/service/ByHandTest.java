package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.innsyn.schemas.manual.ManualCommands.Complete;
import org.innsyn.schemas.manual.ManualCommands.Upload;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.schemas.manual.ManualTaskView.Work;
import org.innsyn.schemas.manual.ManualTasksApi;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.RequestCommands.Approve;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.Right;
import org.innsyn.schemas.task.Task;
import org.innsyn.schemas.task.TaskResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** In a system without a connector a person does it, and nothing is said of it that they did not say. */
@ExtendWith(ServiceExtension.class)
class ByHandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] SCAN = "%PDF a letter of 1998".getBytes(StandardCharsets.UTF_8);
    private static final String STATEMENT = "Shelf 12: two folders of letters were shredded.";

    private static RunningService service;
    private static LoyaltySystem loyalty;
    private final Customer customer = new Customer(service);

    /** The one service with more systems: a second beside it would share its place at the topic of answers. */
    @BeforeAll
    static void start(RunningService shared) {
        service = shared;
        service.stop();
        service.start(
                "--innsyn.connectors.archive.kind=manual",
                "--innsyn.connectors.archive.title.en=Paper archive",
                "--innsyn.connectors.archive.title.nb=Papirarkiv",
                "--innsyn.connectors.archive.object=/customers/archive",
                "--innsyn.connectors.archive.category=letters",
                "--innsyn.connectors.archive.instructions.en=Look on shelf 12.",
                "--innsyn.connectors.archive.instructions.nb=Se i hylle 12.",
                "--innsyn.connectors.archive.days=5",
                "--innsyn.connectors.loyalty.kind=kafka",
                "--innsyn.connectors.loyalty.password=" + LoyaltySystem.SECRET,
                "--innsyn.connectors.loyalty.pause=300ms",
                "--innsyn.connectors.loyalty.rectifiable=name,tier",
                "--innsyn.connectors.loyalty.title.en=Loyalty card",
                "--innsyn.connectors.loyalty.title.nb=Kundekort",
                "--innsyn.connectors.loyalty.object=/customers/loyalty",
                "--innsyn.connectors.loyalty.category=loyalty");
        loyalty = new LoyaltySystem(service);
        service.audit().answerWith(AuditAnswers::done);
    }

    @BeforeEach
    void loyalty_answers() {
        loyalty.answerWith(LoyaltySystem::done);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        loyalty.close();
        service.stop();
        service.start();
    }

    @Test
    void an_erasure_waits_for_the_person_and_its_receipt_says_that_nobody_looked_it_up() {
        var request = customer.approved(Right.ERASURE);
        var task = task(request, Work.ERASE);
        assertThat(task.instructionsEn()).isEqualTo("Look on shelf 12.");
        assertThat(task.dueOn()).isBetween(LocalDate.now().plusDays(4), LocalDate.now().plusDays(6));
        assertThat(task.account()).as("only where one is read").isNull();
        assertThat(tasks("case-handler").manualTask(task.id()).account()).isEqualTo(customer.account());
        await().until(() -> Customer.item(customer.view(request), "shop/messages").state() == ItemState.DONE);
        assertThat(customer.view(request).state()).isEqualTo(RequestState.IN_PROGRESS);

        complete(task, new Complete(false, Map.of("erased", 2L), STATEMENT));
        var view = customer.until(request, RequestState.DONE);
        var item = Customer.item(view, "archive");
        assertThat(item.affected()).containsExactly(Map.entry("erased", 2L));
        assertThat(item.readBackAt()).as("nobody looked").isNull();
        assertThat(item.byHand()).isTrue();
        assertThat(item.statement()).isEqualTo(STATEMENT);
        assertThat(Customer.item(view, "shop/messages").byHand()).isFalse();
        assertThat(RunningService.problem(catchThrowable(() -> complete(task, new Complete(false, Map.of("erased", 2L), STATEMENT))))).isEqualTo("not-now");
    }

    @Test
    void what_was_collected_goes_into_the_copy_under_harmless_names_and_lies_encrypted_until_then() throws IOException {
        var request = customer.approved(Right.ACCESS);
        var task = task(request, Work.COLLECT);
        tasks("case-handler").upload(task.id(), new Upload("../../letter\r\n1998.pdf", SCAN));
        assertThat(RunningService.problem(catchThrowable(() -> tasks("case-handler").upload(task.id(), new Upload("large", new byte[(10 << 20) + 1])))))
                .isEqualTo("invalid");
        assertThat(RunningService.problem(catchThrowable(() -> complete(task, new Complete(true, null, "Nothing is there."))))).isEqualTo("invalid");
        try (var kept = Files.list(service.exports().resolve("collected"))) {
            assertThat(kept.toList()).isNotEmpty().allSatisfy(file ->
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("1998"));
        }

        complete(task, new Complete(false, Map.of("documents", 1L), "One letter was scanned."));
        var view = customer.until(request, RequestState.DONE);
        var files = unzip(customer.api().download(view.id()).getContentAsByteArray());
        assertThat(files.keySet()).noneMatch(name -> name.contains("..") || name.startsWith("/") || name.chars().anyMatch(Character::isISOControl));
        assertThat(files).anySatisfy((name, content) -> {
            assertThat(name).startsWith("archive/files/").endsWith("1998.pdf");
            assertThat(content).isEqualTo(SCAN);
        });
        assertThat(files.get("archive/statement.txt")).asString(StandardCharsets.UTF_8).isEqualTo("One letter was scanned.");
    }

    @Test
    void that_nothing_is_there_is_an_answer_too() {
        var request = customer.approved(Right.ERASURE);
        var task = task(request, Work.ERASE);
        assertThat(RunningService.problem(catchThrowable(() -> tasks("case-handler").upload(task.id(), new Upload("a", SCAN))))).isEqualTo("invalid");
        assertThat(RunningService.problem(catchThrowable(() -> complete(task, new Complete(false, Map.of(), STATEMENT))))).isEqualTo("invalid");
        complete(task, new Complete(true, null, "Shelf 12 was looked through: nothing."));
        assertThat(Customer.item(customer.until(request, RequestState.DONE), "archive").affected()).containsExactly(Map.entry("erased", 0L));
    }

    @Test
    void a_system_behind_the_topic_is_asked_again_under_one_id_and_late_and_repeated_answers_do_no_harm() {
        loyalty.answerWith(_ -> null);
        var request = customer.approved(Right.ERASURE);
        complete(task(request, Work.ERASE), new Complete(true, null, "Shelf 12 was looked through: nothing."));
        await().atMost(Duration.ofSeconds(20)).until(() -> loyalty.asked(request).size() >= 3);
        var asked = loyalty.asked(request);
        assertThat(asked).extracting(Task::taskId).containsOnly(asked.getFirst().taskId());
        assertThat(asked).allSatisfy(task -> assertThat(JSON.writeValueAsString(task)).doesNotContain(customer.account()).doesNotContain("ledger"));

        assertThat(loyalty.subject(asked.getFirst().taskId(), LoyaltySystem.SECRET)).isEqualTo(customer.account());
        assertThat(loyalty.status(asked.getFirst().taskId(), "another-secret-of-enough-bytes")).isEqualTo(401);
        assertThat(loyalty.status(UUID.randomUUID(), LoyaltySystem.SECRET)).isEqualTo(404);

        loyalty.tell(LoyaltySystem.done(asked.getFirst()));
        var view = customer.until(request, RequestState.DONE);
        assertThat(Customer.item(view, "loyalty").affected()).containsExactly(Map.entry("erased", 4L));
        assertThat(Customer.item(view, "loyalty").readBackAt()).isNotNull();
        loyalty.tell(LoyaltySystem.done(asked.getFirst()));
        loyalty.tell(LoyaltySystem.failed(asked.getFirst()));
        assertThat(loyalty.status(asked.getFirst().taskId(), LoyaltySystem.SECRET)).as("it is answered").isEqualTo(404);

        // Told after those on the same partition: by then they were taken.
        var after = new Customer(service);
        var next = after.approved(Right.ERASURE);
        await().until(() -> !loyalty.asked(next).isEmpty());
        loyalty.tell(LoyaltySystem.done(loyalty.asked(next).getFirst()));
        await().until(() -> Customer.item(after.view(next), "loyalty").state() == ItemState.DONE);
        assertThat(customer.view(request).version()).isEqualTo(view.version());
        assertThat(service.jdbc().queryForObject("select problem from manual_task where task_id = ?", String.class, asked.getFirst().taskId()))
                .as("the first answer counts").isNull();
    }

    @Test
    void what_a_system_could_not_do_is_said_and_asked_as_another_task_when_it_is_run_again() {
        loyalty.answerWith(LoyaltySystem::failed);
        var request = customer.approved(Right.ERASURE);
        complete(task(request, Work.ERASE), new Complete(true, null, "Shelf 12 was looked through: nothing."));
        var view = customer.until(request, RequestState.PARTLY_DONE);
        assertThat(Customer.item(view, "loyalty").problem()).isEqualTo("The card system is being moved.");

        loyalty.answerWith(LoyaltySystem::done);
        customer.rerun(view);
        customer.until(request, RequestState.DONE);
        assertThat(loyalty.asked(request).stream().map(Task::taskId).distinct()).hasSize(2);
    }

    @Test
    void a_system_behind_the_topic_asks_what_has_to_be_said_and_no_topic_holds_it() {
        loyalty.answerWith(_ -> null);
        var prepared = customer.preparedCorrection("loyalty", "name", "Secret Åse");
        customer.controller().approve(prepared.id(), new Approve(prepared.version()));
        await().atMost(Duration.ofSeconds(20)).until(() -> !loyalty.asked(prepared.id()).isEmpty());
        var task = loyalty.asked(prepared.id()).getFirst();
        assertThat(task.action()).isEqualTo(Task.Action.RECTIFY);
        assertThat(JSON.writeValueAsString(task)).doesNotContain("Secret");
        assertThat(loyalty.corrections(task.taskId())).isEqualTo(Map.of("name", "Secret Åse"));

        loyalty.tell(new TaskResult(task.taskId(), TaskResult.Status.DONE, "", Map.of("corrected", 1L), Map.of(), Instant.now()));
        var view = customer.until(prepared.id(), RequestState.DONE);
        assertThat(Customer.item(view, "loyalty").affected()).containsExactly(Map.entry("corrected", 1L));
        assertThat(Customer.item(view, "loyalty").readBackAt()).isNotNull();
    }

    @Test
    void what_a_system_hands_over_goes_into_the_copy() throws IOException {
        loyalty.answerWith(task -> {
            loyalty.handOver(task.taskId(), "../points.json", "{\"points\": 7}");
            return LoyaltySystem.done(task);
        });
        var request = customer.approved(Right.ACCESS);
        complete(task(request, Work.COLLECT), new Complete(true, null, "Shelf 12 was looked through: nothing."));
        var view = customer.until(request, RequestState.DONE);
        assertThat(unzip(customer.api().download(view.id()).getContentAsByteArray())).anySatisfy((name, content) -> {
            assertThat(name).startsWith("loyalty/").endsWith("points.json").doesNotContain("..");
            assertThat(content).asString(StandardCharsets.UTF_8).isEqualTo("{\"points\": 7}");
        });
    }

    private ManualTaskView task(UUID request, Work work) {
        await().atMost(Duration.ofSeconds(20)).until(() -> tasks("dpo").manualTasks(false).stream().anyMatch(task -> task.request().equals(request)));
        var found = tasks("dpo").manualTasks(false).stream().filter(task -> task.request().equals(request)).findFirst().orElseThrow();
        assertThat(found.work()).isEqualTo(work);
        return found;
    }

    private void complete(ManualTaskView task, Complete command) {
        tasks("case-handler").complete(task.id(), command);
    }

    private ManualTasksApi tasks(String role) {
        return service.api(service.neighbours().token(role, role, null), ManualTasksApi.class);
    }

    private static Map<String, byte[]> unzip(byte[] copy) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(copy))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
