package org.innsyn.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the published language. */
final class Topics {

    /** Reports hold personal data in clear: removed once they are recorded, and kept a day and no longer until then. An outage of a day loses nothing. */
    private static final Duration REPORTS_KEPT = Duration.ofDays(1);

    /** Only closed segments are ever deleted: as long as it is between two sweeps of recorded reports. */
    private static final Duration REPORTS_SEGMENT = Duration.ofMinutes(1);

    /** The others hold none. */
    private static final Duration OTHERS_KEPT = Duration.ofDays(7);

    private static final Duration OTHERS_SEGMENT = Duration.ofHours(1);

    private static final List<NewTopic> ALL = List.of(
            topic("innsyn.access-events.v1", 4, REPORTS_KEPT, REPORTS_SEGMENT),
            topic("innsyn.access-events.rejected.v1", 1, OTHERS_KEPT, OTHERS_SEGMENT),
            topic("innsyn.tasks.v1", 2, OTHERS_KEPT, OTHERS_SEGMENT),
            topic("innsyn.task-results.v1", 2, OTHERS_KEPT, OTHERS_SEGMENT));

    private Topics() {}

    static void create(String bootstrapServers) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (var created : admin.createTopics(ALL).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException problem) {
                    if (!(problem.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("Kafka refused to create a topic", problem.getCause());
                    }
                }
            }
        }
    }

    private static NewTopic topic(String name, int partitions, Duration kept, Duration segment) {
        return new NewTopic(name, partitions, (short) 1).configs(Map.of(
                TopicConfig.RETENTION_MS_CONFIG, String.valueOf(kept.toMillis()),
                TopicConfig.SEGMENT_MS_CONFIG, String.valueOf(segment.toMillis()),
                TopicConfig.FILE_DELETE_DELAY_MS_CONFIG, "1000"));
    }
}
