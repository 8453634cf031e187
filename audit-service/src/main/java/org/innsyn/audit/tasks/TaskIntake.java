package org.innsyn.audit.tasks;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.LedgerState;
import org.innsyn.audit.ledger.store.LedgerHeads;
import org.innsyn.audit.ledger.store.Shredder;
import org.innsyn.audit.oversight.store.ShreddingGuard;
import org.innsyn.platform.kafka.RecordLoop;
import org.innsyn.schemas.task.Task;
import org.innsyn.schemas.task.TaskResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes tasks from Kafka. The work, the memory of it and the offset are one transaction; a task asked again is not done again. */
final class TaskIntake implements RecordLoop.Handler {

    private static final Logger log = LoggerFactory.getLogger(TaskIntake.class);

    private final LedgerTasks tasks;
    private final Shredder shredder;
    private final LedgerHeads heads;
    private final ShreddingGuard guard;
    private final TaskResults results;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    TaskIntake(LedgerTasks tasks, Shredder shredder, LedgerHeads heads, ShreddingGuard guard, TaskResults results, Clock clock) {
        this.tasks = tasks;
        this.shredder = shredder;
        this.heads = heads;
        this.guard = guard;
        this.results = results;
        this.clock = clock;
    }

    @Override
    public void handle(List<ConsumerRecord<String, byte[]>> records) {
        records.forEach(this::handle);
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        Task task;
        try {
            task = json.readValue(record.value(), Task.class);
        } catch (JacksonException | IllegalArgumentException e) {
            log.error("the task at {}-{} offset {} cannot be read and is left out", record.topic(), record.partition(), record.offset());
            return;
        }
        if (!Task.ACCESS_LOG.equals(task.system()) || task.ledger() == null || task.action() == Task.Action.COLLECT || task.action() == Task.Action.ERASE) {
            return;
        }
        if (tasks.isKnown(task.taskId())) {
            tasks.result(task.taskId()).ifPresent(results::tell);
            return;
        }
        refusal(task).ifPresentOrElse(
                reason -> {
                    var failed = new TaskResult(task.taskId(), TaskResult.Status.FAILED, reason, Map.of(), Map.of(), clock.instant());
                    tasks.take(task, Map.of());
                    tasks.complete(failed);
                    results.tell(failed);
                },
                () -> tasks.take(task, carryOut(task)));
    }

    private java.util.Optional<String> refusal(Task task) {
        var head = heads.find(new LedgerId(task.ledger()));
        if (head.isEmpty()) {
            return java.util.Optional.of("There is no such ledger.");
        }
        if (head.get().state() == LedgerState.SHREDDED) {
            return task.action() == Task.Action.RESTRICT
                    ? java.util.Optional.of("The ledger was shredded before, so there is nothing left to restrict.")
                    : java.util.Optional.empty();
        }
        return task.action() == Task.Action.SHRED ? guard.objection(new LedgerId(task.ledger())) : java.util.Optional.empty();
    }

    private Map<String, Long> carryOut(Task task) {
        var ledger = new LedgerId(task.ledger());
        return switch (task.action()) {
            case RESTRICT -> shredder.restrict(ledger, task.request());
            case SHRED -> shredder.shred(ledger, task.request());
            case COLLECT, ERASE, RECTIFY -> throw new IllegalStateException("these are asked of other systems");
        };
    }
}
