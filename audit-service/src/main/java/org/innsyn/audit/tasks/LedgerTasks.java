package org.innsyn.audit.tasks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.schemas.task.Task;
import org.innsyn.schemas.task.TaskResult;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tasks taken and what came of them, in PostgreSQL: a task that is asked again finds itself here. */
final class LedgerTasks {

    /**
     * A task whose work is done and whose result is not told yet.
     *
     * @param unreadableAt when it was first seen that what was shredded cannot be read
     */
    record Open(Task task, Map<String, Long> affected, Optional<Instant> unreadableAt) {}

    /** A result of shredding that was told while a backup could still bring back what was shredded. */
    record Recoverable(TaskResult told, Instant shreddedAt) {}

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    LedgerTasks(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isKnown(UUID task) {
        return jdbc.queryForObject("select count(*) from ledger_task where task_id = ?", Long.class, task) > 0;
    }

    void take(Task task, Map<String, Long> affected) {
        jdbc.update("insert into ledger_task (task_id, request_id, ledger_id, action, taken_at, affected) values (?, ?, ?, ?, ?, ?::jsonb)",
                task.taskId(), task.request(), task.ledger(), task.action().name(), Timestamp.from(clock.instant()), json.writeValueAsString(affected));
    }

    List<Open> open() {
        return jdbc.query("select task_id, request_id, ledger_id, action, taken_at, affected, unreadable_at from ledger_task where completed_at is null order by taken_at limit 100",
                (row, i) -> new Open(
                        new Task(row.getObject(1, UUID.class), row.getObject(2, UUID.class), Task.ACCESS_LOG, Task.Action.valueOf(row.getString(4)),
                                row.getObject(3, UUID.class), row.getTimestamp(5).toInstant()),
                        json.readValue(row.getString(6), COUNTS), Optional.ofNullable(row.getTimestamp(7)).map(Timestamp::toInstant)));
    }

    /** Seen by everybody: the work is committed, so nobody reads the keys any more from now on at the latest. */
    void unreadable(UUID task, Instant since) {
        jdbc.update("update ledger_task set unreadable_at = ? where task_id = ? and unreadable_at is null", Timestamp.from(since), task);
    }

    /** Of what was shredded before {@code moment}: results that do not say yet that no backup brings it back. */
    List<Recoverable> recoverable(Instant moment) {
        return jdbc.query("""
                select result, taken_at from ledger_task
                 where completed_at is not null and unreadable_at is not null and beyond_recovery_at is null and taken_at < ? order by taken_at limit 100""",
                (row, i) -> new Recoverable(json.readValue(row.getString(1), TaskResult.class), row.getTimestamp(2).toInstant()), Timestamp.from(moment));
    }

    void beyondRecovery(TaskResult result) {
        jdbc.update("update ledger_task set beyond_recovery_at = ?, result = ?::jsonb where task_id = ?",
                Timestamp.from(result.beyondRecoverySince()), json.writeValueAsString(result), result.taskId());
    }

    void complete(TaskResult result) {
        jdbc.update("update ledger_task set completed_at = ?, result = ?::jsonb where task_id = ?",
                Timestamp.from(result.completedAt()), json.writeValueAsString(result), result.taskId());
    }

    Optional<TaskResult> result(UUID task) {
        return jdbc.queryForList("select result from ledger_task where task_id = ? and completed_at is not null", String.class, task).stream()
                .findFirst()
                .map(stored -> json.readValue(stored, TaskResult.class));
    }
}
