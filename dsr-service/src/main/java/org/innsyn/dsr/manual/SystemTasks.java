package org.innsyn.dsr.manual;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.connector.kafka.TopicTasks;
import org.innsyn.dsr.request.RequestEvent.RequestRerun;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.kafka.KafkaClients;
import org.innsyn.schemas.manual.ManualTaskView.Work;
import org.innsyn.schemas.task.Task;
import org.innsyn.schemas.task.TaskResult;
import org.innsyn.schemas.task.TaskResult.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tasks systems take from the topic. A row is the task; the first answer to it counts, and none before or after it matters. */
@Component
public class SystemTasks implements TopicTasks, DisposableBean {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
    private static final int DAYS = 30;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ManualFiles files;
    private final KafkaClients kafka;
    private final LegalClock legalClock;
    private final RandomSource random;
    private final JsonMapper json;
    private final Clock clock;
    private @Nullable Producer<String, byte[]> producer;

    SystemTasks(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            ManualFiles files,
            KafkaClients kafka,
            LegalClock legalClock,
            RandomSource random,
            JsonMapper json,
            Clock clock,
            EventStore events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.files = files;
        this.kafka = kafka;
        this.legalClock = legalClock;
        this.random = random;
        this.json = json;
        this.clock = clock;
        // What failed is asked anew, as another task, when somebody has it run again.
        events.subscribe(messages -> messages.forEach(message -> {
            if (message.getPayload() instanceof RequestRerun rerun) {
                jdbc.update("update manual_task set past = true where request_id = ? and by_machine and problem is not null", rerun.request().value());
            }
        }));
    }

    private record Row(UUID id, RequestId request, String system, Work work, Instant createdAt, @Nullable Instant doneAt, @Nullable String problem, String affected, int files) {}

    @Override
    public Optional<Told> ask(RequestId request, String system, Work work) {
        jdbc.update("""
                insert into manual_task (task_id, request_id, system, work, instructions_en, instructions_nb, due_on, created_at, by_machine)
                values (?, ?, ?, ?, '', '', ?, ?, true) on conflict do nothing""",
                random.timeOrderedId(), request.value(), system, work.name(), Date.valueOf(legalClock.day(clock.instant()).plusDays(DAYS)),
                Timestamp.from(clock.instant()));
        var task = rows("request_id = ? and system = ? and work = ? and not past", request.value(), system, work.name()).orElseThrow();
        if (task.doneAt() == null) {
            put(task);
            return Optional.empty();
        }
        return Optional.of(task.problem() != null
                ? new Told.Failed(task.problem())
                : new Told.Done(json.readValue(task.affected(), COUNTS), files.of(asTask(task))));
    }

    private void put(Row row) {
        var task = new Task(row.id(), row.request().value(), row.system(), Task.Action.valueOf(row.work().name()), null, row.createdAt());
        try {
            producer().send(new ProducerRecord<>(Task.TOPIC, row.id().toString(), json.writeValueAsBytes(task))).get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new SystemUnavailable("The broker did not take the task for the system " + row.system() + ". It is asked again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SystemUnavailable("Stopped while the system " + row.system() + " was asked. It is asked again.");
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = kafka.producer("dsr-service-system-tasks");
        }
        return producer;
    }

    /**
     * Takes an answer, in the caller's transaction.
     *
     * @return the system, to be looked at again; empty when the task is none of these or is answered
     */
    public Optional<String> answered(TaskResult answer) {
        boolean nothingLeft = answer.remaining().values().stream().allMatch(count -> count == 0);
        String problem = answer.status() == Status.DONE
                ? nothingLeft ? null : "The system reported it done, but its read-back still found something."
                : answer.reason().isBlank() ? "The system says that it could not do it." : answer.reason();
        return jdbc.queryForList("""
                        update manual_task set done_at = ?, problem = ?, affected = ?::jsonb
                         where task_id = ? and by_machine and done_at is null and not past returning system""",
                        String.class, Timestamp.from(clock.instant()), problem, json.writeValueAsString(answer.affected()), answer.taskId())
                .stream()
                .findFirst();
    }

    /** Whom an open task of a system is about; empty when the system has no such task, or has answered it. */
    public Optional<RequestId> requestOf(String system, UUID task) {
        return open(system, task).map(Row::request);
    }

    /** Whether an open task is one of correcting. */
    public boolean isRectifying(String system, UUID task) {
        return open(system, task).filter(row -> row.work() == Work.RECTIFY).isPresent();
    }

    private Optional<Row> open(String system, UUID task) {
        return rows("task_id = ? and system = ? and by_machine and done_at is null and not past", task, system);
    }

    /** Takes a file of an open task of collecting. @return whether there is such a task */
    public boolean handOver(String system, UUID task, String name, byte[] content) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            jdbc.query("select 1 from manual_task where task_id = ? for update", _ -> {}, task);
            var open = open(system, task).filter(row -> row.work() == Work.COLLECT);
            open.ifPresent(row -> files.add(asTask(row), name, content));
            return open.isPresent();
        }));
    }

    private ManualTask asTask(Row row) {
        return new ManualTask(
                row.id(), row.request(), "", row.system(), row.work(), Title.of(""), legalClock.day(row.createdAt()), row.files(), row.doneAt(), false, Map.of());
    }

    private Optional<Row> rows(String where, Object... arguments) {
        return jdbc.query("""
                        select t.*, (select count(*) from manual_file f where f.task_id = t.task_id) as files from manual_task t where """ + " " + where,
                        (row, _) -> new Row(
                                row.getObject("task_id", UUID.class), new RequestId(row.getObject("request_id", UUID.class)), row.getString("system"),
                                Work.valueOf(row.getString("work").toUpperCase(Locale.ROOT)), row.getTimestamp("created_at").toInstant(),
                                row.getTimestamp("done_at") == null ? null : row.getTimestamp("done_at").toInstant(), row.getString("problem"),
                                row.getString("affected"), row.getInt("files")),
                        arguments)
                .stream()
                .findFirst();
    }

    @Override
    public synchronized void destroy() {
        if (producer != null) {
            producer.close();
        }
    }
}
