package org.innsyn.audit.tasks;

import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.innsyn.audit.accesslog.AccessLogIndex;
import org.innsyn.audit.accesslog.Unindexing;
import org.innsyn.audit.journal.StoreJournal;
import org.innsyn.audit.ledger.store.LedgerHeads;
import org.innsyn.audit.ledger.store.Shredder;
import org.innsyn.audit.oversight.store.ShreddingGuard;
import org.innsyn.platform.kafka.ConsumedOffsets;
import org.innsyn.platform.kafka.KafkaClients;
import org.innsyn.platform.kafka.RecordLoop;
import org.innsyn.platform.vault.Epochs;
import org.innsyn.schemas.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class TasksConfiguration {

    private static final String CONSUMER = "audit-service.tasks";
    private static final Duration EVERY = Duration.ofMillis(50);

    @Bean
    LedgerTasks ledgerTasks(JdbcTemplate jdbc, Clock clock) {
        return new LedgerTasks(jdbc, clock);
    }

    @Bean(destroyMethod = "close")
    Producer<String, byte[]> taskResultProducer(KafkaClients kafka) {
        return kafka.producer(CONSUMER + ".results");
    }

    @Bean
    TaskResults taskResults(Producer<String, byte[]> taskResultProducer) {
        return new TaskResults(taskResultProducer);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    RecordLoop taskLoop(
            KafkaClients kafka,
            LedgerTasks tasks,
            Shredder shredder,
            LedgerHeads heads,
            ShreddingGuard guard,
            TaskResults results,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new RecordLoop("tasks", Task.TOPIC, () -> kafka.consumer(CONSUMER, 20), new ConsumedOffsets(jdbc, CONSUMER),
                new TransactionTemplate(transactions), new TaskIntake(tasks, shredder, heads, guard, results, clock));
    }

    @Bean
    SchedulingConfigurer readBacks(LedgerTasks tasks, Shredder shredder, AccessLogIndex index, Unindexing unindexing, TaskResults results, Epochs epochs, StoreJournal journal, Clock clock) {
        var readBack = new ReadBack(tasks, shredder, index, unindexing, results, epochs, journal, clock);
        return schedule -> {
            schedule.addFixedDelayTask(readBack::run, EVERY);
            schedule.addFixedDelayTask(readBack::removeDocuments, EVERY);
        };
    }
}
