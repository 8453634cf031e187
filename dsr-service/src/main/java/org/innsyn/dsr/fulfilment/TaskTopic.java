package org.innsyn.dsr.fulfilment;

import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.innsyn.platform.kafka.ConsumedOffsets;
import org.innsyn.platform.kafka.KafkaClients;
import org.innsyn.platform.kafka.RecordLoop;
import org.innsyn.schemas.task.Task;
import org.innsyn.schemas.task.TaskResult;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The two topics over which the audit-service is asked, and answers. */
@Component
class TaskTopic implements SmartLifecycle {

    private static final String CONSUMER = "dsr-service-task-results";
    private static final int RECORDS_AT_ONCE = 50;

    private final KafkaClients kafka;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TaskAnswers answers;
    private Producer<String, byte[]> producer;
    private RecordLoop loop;

    TaskTopic(KafkaClients kafka, JdbcTemplate jdbc, TransactionTemplate transaction, TaskAnswers answers) {
        this.kafka = kafka;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.answers = answers;
    }

    Producer<String, byte[]> producer() {
        return producer;
    }

    @Override
    public void start() {
        kafka.ensureTopics(List.of(Task.TOPIC, TaskResult.TOPIC), 1);
        producer = kafka.producer("dsr-service-tasks");
        loop = new RecordLoop(
                CONSUMER, TaskResult.TOPIC, () -> kafka.consumer(CONSUMER, RECORDS_AT_ONCE), new ConsumedOffsets(jdbc, CONSUMER), transaction,
                answers::handle);
        loop.start();
    }

    @Override
    public void stop() {
        loop.close();
        producer.close();
        loop = null;
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    /** Before the workers start, after they stop. */
    @Override
    public int getPhase() {
        return Workshop.PHASE - 1;
    }
}
