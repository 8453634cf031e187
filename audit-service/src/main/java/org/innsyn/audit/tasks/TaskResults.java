package org.innsyn.audit.tasks;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.innsyn.schemas.task.TaskResult;
import tools.jackson.databind.json.JsonMapper;

/** Tells what came of tasks; waits until the broker has it. */
final class TaskResults {

    private final Producer<String, byte[]> producer;
    private final JsonMapper json = JsonMapper.builder().build();

    TaskResults(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    void tell(TaskResult result) {
        try {
            producer.send(new ProducerRecord<>(TaskResult.TOPIC, result.taskId().toString(), json.writeValueAsBytes(result))).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before a result was told", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a result could not be told", e.getCause());
        }
    }
}
