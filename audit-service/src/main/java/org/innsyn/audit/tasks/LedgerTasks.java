package org.innsyn.audit.tasks;

import java.sql.Timestamp;
import java.time.Clock;
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

    /** A task whose work is done and whose result is not told yet. */
    record Open(Task task, Map<String, Long> affected) {}

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
        return jdbc.query("select task_id, request_id, ledger_id, action, taken_at, affected from ledger_task where completed_at is null order by taken_at limit 100",
                (row, i) -> new Open(
                        new Task(row.getObject(1, UUID.class), row.getObject(2, UUID.class), Task.ACCESS_LOG, Task.Action.valueOf(row.getString(4)),
                                row.getObject(3, UUID.class), row.getTimestamp(5).toInstant()),
                        json.readValue(row.getString(6), COUNTS)));
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

    /** Whether the projection has passed the end of the ledger. */
    boolean isUnindexed(UUID ledger) {
        return jdbc.queryForObject("select count(*) from ledger_unindexed where ledger_id = ?", Long.class, ledger) > 0;
    }
}
