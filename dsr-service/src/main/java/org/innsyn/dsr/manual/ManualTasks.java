package org.innsyn.dsr.manual;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.connector.manual.ManualWork;
import org.innsyn.dsr.request.Party;
import org.innsyn.dsr.request.Rejected;
import org.innsyn.dsr.request.Rejected.Reason;
import org.innsyn.dsr.request.RequestEvent.CopyExpired;
import org.innsyn.dsr.request.RequestEvent.RequestReopened;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.schemas.manual.ManualTaskView.Work;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tasks people do by hand. What they wrote and uploaded is under the request's own key and goes with it. */
@Component
public class ManualTasks implements ManualWork {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private static final String SELECT = """
            select t.*, r.reference, (select count(*) from manual_file f where f.task_id = t.task_id) as files
              from manual_task t join request_register r using (request_id)""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RequestVault vault;
    private final ManualFiles files;
    private final LegalClock legalClock;
    private final RandomSource random;
    private final JsonMapper json;
    private final Clock clock;

    ManualTasks(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            RequestVault vault,
            ManualFiles files,
            LegalClock legalClock,
            RandomSource random,
            JsonMapper json,
            Clock clock,
            EventStore events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.vault = vault;
        this.files = files;
        this.legalClock = legalClock;
        this.random = random;
        this.json = json;
        this.clock = clock;
        events.subscribe(messages -> messages.forEach(message -> {
            switch (message.getPayload()) {
                case RequestReopened it -> jdbc.update("update manual_task set past = true where request_id = ?", it.request().value());
                // What was collected lay here for the copy.
                case CopyExpired it -> files.forget(it.request());
                default -> {}
            }
        }));
    }

    @Override
    public Optional<Answer> ask(Order order) {
        var task = current(order);
        if (task.isEmpty()) {
            insert(order);
        }
        return task.filter(it -> it.doneAt() != null).map(this::answer);
    }

    private Optional<ManualTask> current(Order order) {
        return jdbc.query(SELECT + " where t.request_id = ? and t.system = ? and t.work = ? and not t.past",
                this::task, order.request().value(), order.system(), order.work().name()).stream().findFirst();
    }

    private void insert(Order order) {
        var now = clock.instant();
        jdbc.update("""
                insert into manual_task (task_id, request_id, system, work, instructions_en, instructions_nb, due_on, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                random.randomId(), order.request().value(), order.system(), order.work().name(), order.instructions().en(), order.instructions().nb(),
                Date.valueOf(legalClock.day(now).plusDays(order.days())), Timestamp.from(now));
    }

    private Answer answer(ManualTask task) {
        return new Answer(task.nothingThere(), task.affected(), statement(task).orElse(""), files.of(task));
    }

    /** What the person who did it said; empty while it is open, or once its key is gone. */
    public Optional<String> statement(ManualTask task) {
        return vault.text(task.request(), statementOf(task.id()));
    }

    private static Field statementOf(UUID task) {
        return new Field("manual/" + task);
    }

    /** A request's task in a system, as it stands now. */
    public Optional<ManualTask> of(RequestId request, String system) {
        return jdbc.query(SELECT + " where t.request_id = ? and t.system = ? and not t.past and not t.by_machine", this::task, request.value(), system).stream().findFirst();
    }

    public Optional<ManualTask> find(UUID id) {
        return jdbc.query(SELECT + " where t.task_id = ? and not t.past and not t.by_machine", this::task, id).stream().findFirst();
    }

    /** Those due first. @param done also those that are done */
    public List<ManualTask> all(boolean done) {
        return jdbc.query(SELECT + " where not t.past and not t.by_machine and (? or t.done_at is null) order by t.done_at is not null, t.due_on, t.task_id limit 1000", this::task, done);
    }

    /** Whether its day has passed and it is not done. */
    public boolean isOverdue(ManualTask task) {
        return task.doneAt() == null && task.dueOn().isBefore(legalClock.day(clock.instant()));
    }

    /**
     * Adds a file.
     *
     * @throws Rejected not-now when it is done, invalid when nothing is to be collected or there are enough
     */
    public void upload(UUID id, String name, byte[] content) {
        transaction.executeWithoutResult(_ -> {
            var task = lockOpen(id);
            if (task.work() != Work.COLLECT) {
                throw new Rejected(Reason.INVALID, "Nothing is to be collected here, so there is nothing to upload. Nothing was changed.");
            }
            files.add(task, name, content);
        });
    }

    /**
     * It is done.
     *
     * @throws Rejected not-now when it is done already, invalid when what is said does not fit together
     */
    public void complete(UUID id, boolean nothingThere, Map<String, Long> affected, String statement, Party by) {
        transaction.executeWithoutResult(_ -> {
            var task = lockOpen(id);
            if (nothingThere != (affected.isEmpty() && task.files() == 0)) {
                throw new Rejected(Reason.INVALID, nothingThere
                        ? "Something was uploaded or counted, so something was there. Nothing was changed."
                        : "Say what was done, counted by a code such as erased, or upload what was collected; or say that nothing is there. Nothing was changed.");
            }
            vault.put(task.request(), statementOf(id), statement.strip());
            jdbc.update("update manual_task set done_at = ?, done_by = ?, nothing_there = ?, affected = ?::jsonb where task_id = ?",
                    Timestamp.from(clock.instant()), by.sub(), nothingThere, json.writeValueAsString(affected), id);
        });
    }

    private ManualTask lockOpen(UUID id) {
        jdbc.query("select 1 from manual_task where task_id = ? for update", _ -> {}, id);
        return find(id).filter(task -> task.doneAt() == null)
                .orElseThrow(() -> new Rejected(Reason.NOT_NOW, "This is done already. Nothing was changed."));
    }

    private ManualTask task(ResultSet row, int number) throws SQLException {
        var done = row.getTimestamp("done_at");
        return new ManualTask(
                row.getObject("task_id", UUID.class), new RequestId(row.getObject("request_id", UUID.class)), row.getString("reference"), row.getString("system"),
                Work.valueOf(row.getString("work")), new Title(row.getString("instructions_en"), row.getString("instructions_nb")),
                row.getObject("due_on", LocalDate.class), row.getInt("files"), done == null ? null : done.toInstant(), row.getBoolean("nothing_there"),
                json.readValue(row.getString("affected"), COUNTS));
    }
}
