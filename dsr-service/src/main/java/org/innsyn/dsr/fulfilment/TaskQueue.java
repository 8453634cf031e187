package org.innsyn.dsr.fulfilment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.crypto.RandomSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The tasks, in PostgreSQL. A worker holds a task by a lease it has to renew: work may take longer than any transaction should stay
 * open, and a worker that was killed gives its task back by doing nothing.
 */
@Component
class TaskQueue {

    private static final String CLAIM = """
            update task set claim = ?, lease_until = ?, woken = false
             where task_id = (select task_id from task
                               where state = 'open' and not_before <= ? and (lease_until is null or lease_until < ?)
                               order by not_before limit 1 for update skip locked)
            returning task_id, request_id, kind, system, attempts, created_at""";

    private final JdbcTemplate jdbc;
    private final RandomSource random;
    private final Patience patience;
    private final Clock clock;

    TaskQueue(JdbcTemplate jdbc, RandomSource random, Patience patience, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.patience = patience;
        this.clock = clock;
    }

    /** Adds a task, in the caller's transaction. */
    void add(RequestId request, TaskKind kind, @Nullable String system, Instant notBefore) {
        jdbc.update("insert into task (task_id, request_id, kind, system, not_before, created_at) values (?, ?, ?, ?, ?, ?)",
                random.timeOrderedId(), request.value(), kind.name(), system, Timestamp.from(notBefore), now());
    }

    /** Adds a task for every request that is not closed and has none of this kind waiting. */
    void addForEveryOpenRequest(TaskKind kind) {
        jdbc.queryForList("""
                        select request_id from request_register r
                         where open and not exists (select 1 from task t where t.request_id = r.request_id and t.kind = ? and t.state = 'open')""",
                        UUID.class, kind.name())
                .forEach(request -> add(new RequestId(request), kind, null, clock.instant()));
    }

    /** Takes the next due task that nobody holds. */
    Optional<FulfilmentTask> claim() {
        var claim = random.randomId();
        return jdbc.query(CLAIM,
                        (row, _) -> new FulfilmentTask(row.getObject("task_id", UUID.class), new RequestId(row.getObject("request_id", UUID.class)),
                                TaskKind.valueOf(row.getString("kind")), row.getString("system"), row.getInt("attempts"),
                                row.getTimestamp("created_at").toInstant(), claim),
                        claim, leaseEnd(), now(), now())
                .stream()
                .findFirst();
    }

    void renew(FulfilmentTask task) {
        jdbc.update("update task set lease_until = ? where task_id = ? and claim = ?", leaseEnd(), task.id(), task.claim());
    }

    /** Gives a task back until later; until now when it waits for somebody who was done meanwhile. */
    void giveBack(FulfilmentTask task, Duration pause, @Nullable String problem) {
        jdbc.update("""
                update task set claim = null, lease_until = null, attempts = attempts + 1, problem = ?,
                       not_before = case when woken and ?::text is null then ?::timestamptz else ?::timestamptz end
                 where task_id = ? and claim = ? and state = 'open'""",
                problem, problem, now(), Timestamp.from(clock.instant().plus(pause)), task.id(), task.claim());
    }

    /** A system says that it may be done: tasks that wait for it are looked at now, and those a worker is at right after. */
    void wake(String system) {
        jdbc.update("""
                update task set woken = true, not_before = case when claim is null and not_before > ? then ? else not_before end
                 where state = 'open' and (system = ? or kind = ?)""",
                now(), now(), system, TaskKind.COPY.name());
    }

    /** Tasks of a kind that wait are looked at now. */
    void wake(TaskKind kind) {
        jdbc.update("update task set not_before = ? where state = 'open' and claim is null and not_before > ? and kind = ?", now(), now(), kind.name());
    }

    /** Ends a task, in the transaction of its effects. @throws LeaseLost when somebody else holds it by now */
    void finish(FulfilmentTask task, boolean done, @Nullable String problem) {
        int ended = jdbc.update("update task set state = ?, finished_at = ?, problem = ? where task_id = ? and claim = ? and state = 'open'",
                done ? "done" : "failed", now(), problem, task.id(), task.claim());
        if (ended != 1) {
            throw new LeaseLost();
        }
    }

    /** Ends a task that somebody else carried out. Empty when it is not open any more. */
    Optional<RequestId> finishAnswered(UUID task, TaskKind kind, boolean done, @Nullable String problem) {
        return jdbc.queryForList("""
                        update task set state = ?, finished_at = ?, problem = ? where task_id = ? and kind = ? and state = 'open'
                        returning request_id""",
                        UUID.class, done ? "done" : "failed", now(), problem, task, kind.name())
                .stream()
                .map(RequestId::new)
                .findFirst();
    }

    /** Whose task it is, once it is done. */
    Optional<RequestId> requestOfDone(UUID task, TaskKind kind) {
        return jdbc.queryForList("select request_id from task where task_id = ? and kind = ? and state = 'done'", UUID.class, task, kind.name())
                .stream()
                .map(RequestId::new)
                .findFirst();
    }

    /** Whether other tasks of the same request and of this kind are still open. */
    boolean othersOpen(FulfilmentTask task, TaskKind kind) {
        return jdbc.queryForObject("select count(*) from task where request_id = ? and kind = ? and state = 'open' and task_id <> ?",
                Long.class, task.request().value(), kind.name(), task.id()) > 0;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp leaseEnd() {
        return Timestamp.from(clock.instant().plus(patience.lease()));
    }

    /** The task is somebody else's by now: what this worker wanted to write is rolled back. */
    static final class LeaseLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LeaseLost() {
            super("the lease of a task ended while it was worked on");
        }
    }
}
