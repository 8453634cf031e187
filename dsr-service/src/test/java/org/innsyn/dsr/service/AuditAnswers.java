package org.innsyn.dsr.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.innsyn.platform.kafka.KafkaClients;
import org.innsyn.schemas.task.Task;
import org.innsyn.schemas.task.TaskResult;
import tools.jackson.databind.json.JsonMapper;

/** The other end of the task topics: reads what the audit-service is asked, and answers as the test wants. */
final class AuditAnswers implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Task> asked = new CopyOnWriteArrayList<>();
    private final KafkaClients kafka;
    private final Producer<String, byte[]> producer;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile Function<Task, TaskResult> answer = _ -> null;

    AuditAnswers(KafkaClients kafka) {
        this.kafka = kafka;
        this.producer = kafka.producer("test-audit");
        this.thread = new Thread(this::listen, "test-audit");
        thread.start();
    }

    /** How questions are answered from now on; null is silence. */
    void answerWith(Function<Task, TaskResult> answer) {
        this.answer = answer;
    }

    static TaskResult done(Task task) {
        return new TaskResult(task.taskId(), TaskResult.Status.DONE, "", Map.of("entries", 3L), Map.of("entries", 0L), Instant.now());
    }

    static TaskResult shredded(Task task, Instant unreadableSince) {
        var done = done(task);
        return new TaskResult(task.taskId(), done.status(), "", done.affected(), done.remaining(), done.completedAt(), unreadableSince, null);
    }

    static TaskResult failed(Task task) {
        return new TaskResult(task.taskId(), TaskResult.Status.FAILED, "A finding is open.", Map.of(), Map.of(), Instant.now());
    }

    /** Every question so far, repeated ones too. */
    List<Task> asked() {
        return asked;
    }

    void tell(TaskResult result) {
        producer.send(new ProducerRecord<>(TaskResult.TOPIC, result.taskId().toString(), JSON.writeValueAsBytes(result)));
    }

    private void listen() {
        try (var consumer = kafka.consumer("test-audit", 10)) {
            var partition = new TopicPartition(Task.TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (running) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    var task = JSON.readValue(record.value(), Task.class);
                    if (!task.system().equals(Task.ACCESS_LOG)) {
                        return; // another system's
                    }
                    asked.add(task);
                    var result = answer.apply(task);
                    if (result != null) {
                        tell(result);
                    }
                });
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.join();
        producer.close();
    }
}
