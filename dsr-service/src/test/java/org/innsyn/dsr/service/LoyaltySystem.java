package org.innsyn.dsr.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.innsyn.platform.crypto.WebhookSignature;
import org.innsyn.schemas.task.Task;
import org.innsyn.schemas.task.TaskResult;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** A company's system that takes its tasks from the topic and speaks to nobody otherwise but by signed requests. */
final class LoyaltySystem implements AutoCloseable {

    static final String SECRET = "a-secret-of-the-loyalty-system";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningService service;
    private final Producer<String, byte[]> producer;
    private final List<Task> asked = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean running = true;
    private volatile Function<Task, TaskResult> answer = LoyaltySystem::done;

    LoyaltySystem(RunningService service) {
        this.service = service;
        this.producer = service.kafka().producer("test-loyalty");
        this.thread = new Thread(this::listen, "test-loyalty");
        thread.start();
    }

    /** How tasks are answered from now on; null is silence. */
    void answerWith(Function<Task, TaskResult> answer) {
        this.answer = answer;
    }

    static TaskResult done(Task task) {
        return new TaskResult(task.taskId(), TaskResult.Status.DONE, "", Map.of("erased", 4L), Map.of("records", 0L), Instant.now());
    }

    static TaskResult failed(Task task) {
        return new TaskResult(task.taskId(), TaskResult.Status.FAILED, "The card system is being moved.", Map.of(), Map.of(), Instant.now());
    }

    List<Task> asked(UUID request) {
        return asked.stream().filter(task -> task.request().equals(request)).toList();
    }

    void tell(TaskResult result) {
        producer.send(new ProducerRecord<>(TaskResult.TOPIC, result.taskId().toString(), JSON.writeValueAsBytes(result)));
    }

    String subject(UUID task, String secret) {
        return String.valueOf(JSON.readValue(post("tasks/" + task, JSON.writeValueAsString(Map.of("taskId", task)), secret).getBody(), Map.class).get("account"));
    }

    /** What each field has to say. */
    Object corrections(UUID task) {
        return JSON.readValue(post("tasks/" + task, JSON.writeValueAsString(Map.of("taskId", task)), SECRET).getBody(), Map.class).get("corrections");
    }

    int status(UUID task, String secret) {
        return post("tasks/" + task, JSON.writeValueAsString(Map.of("taskId", task)), secret).getStatusCode().value();
    }

    void handOver(UUID task, String name, String content) {
        var body = JSON.writeValueAsString(Map.of("name", name, "content", content.getBytes(StandardCharsets.UTF_8)));
        post("tasks/" + task + "/files", body, SECRET);
    }

    private ResponseEntity<String> post(String path, String body, String secret) {
        var now = Instant.now();
        String id = UUID.randomUUID().toString();
        return RestClient.create().post().uri(service.url().resolve("/api/v1/connectors/loyalty/" + path))
                .contentType(MediaType.APPLICATION_JSON)
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .header("webhook-signature", new WebhookSignature(secret.getBytes(StandardCharsets.UTF_8)).sign(id, now, body.getBytes(StandardCharsets.UTF_8)))
                .body(body)
                .retrieve()
                .onStatus(status -> true, (_, _) -> {})
                .toEntity(String.class);
    }

    private void listen() {
        try (var consumer = service.kafka().consumer("test-loyalty", 10)) {
            var partition = new TopicPartition(Task.TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (running) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    var task = JSON.readValue(record.value(), Task.class);
                    if (task.system().equals("loyalty")) {
                        asked.add(task);
                        var result = answer.apply(task);
                        if (result != null) {
                            tell(result);
                        }
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
