package org.innsyn.dsr.fulfilment;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.innsyn.dsr.manual.SystemTasks;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.schemas.task.TaskResult;
import org.innsyn.schemas.task.TaskResult.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the answers of the audit-service and of systems behind the topic, in the transaction that moves the offset. The first answer to a task counts; a later one can only add that no
 * backup brings back what it destroyed.
 */
@Component
class TaskAnswers {

    private static final Logger log = LoggerFactory.getLogger(TaskAnswers.class);

    private final TaskQueue queue;
    private final Results results;
    private final SystemTasks systems;
    private final JsonMapper json;
    private final Milestones milestones;

    TaskAnswers(TaskQueue queue, Results results, SystemTasks systems, JsonMapper json, Milestones milestones) {
        this.queue = queue;
        this.results = results;
        this.systems = systems;
        this.json = json;
        this.milestones = milestones;
    }

    void handle(List<ConsumerRecord<String, byte[]>> records) {
        records.forEach(this::handle);
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        try {
            handle(json.readValue(record.value(), TaskResult.class));
        } catch (JacksonException e) {
            log.error("the answer at offset {} of {} cannot be read and is left alone; the task is asked again", record.offset(), record.topic());
        }
    }

    private void handle(TaskResult answer) {
        var system = systems.answered(answer);
        if (system.isPresent()) {
            queue.wake(system.get());
            return;
        }
        var result = judge(answer);
        boolean done = result instanceof ItemResult.CarriedOut;
        queue.finishAnswered(answer.taskId(), TaskKind.LEDGER, done, done ? null : answer.reason())
                .ifPresent(request -> {
                    results.tell(request, List.of(result));
                    milestones.passed(Milestone.LEDGER_ANSWERED, TaskKind.LEDGER, request);
                });
        if (answer.beyondRecoverySince() != null) {
            queue.requestOfDone(answer.taskId(), TaskKind.LEDGER)
                    .ifPresent(request -> results.beyondRecovery(request, ItemKey.ACCESS_LOG, answer.beyondRecoverySince()));
        }
    }

    /** Whoever says done but still found something has not done it. */
    private static ItemResult judge(TaskResult answer) {
        boolean nothingLeft = answer.remaining().values().stream().allMatch(count -> count == 0);
        if (answer.status() == Status.DONE && nothingLeft) {
            return new ItemResult.CarriedOut(ItemKey.ACCESS_LOG, answer.affected(), null, answer.completedAt(), answer.unreadableSince());
        }
        return new ItemResult.Failed(ItemKey.ACCESS_LOG, answer.status() == Status.DONE
                ? "The audit service reported it done, but the read-back still found something."
                : answer.reason());
    }
}
