package org.innsyn.schemas.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What came of a {@link Task}, told on {@value #TOPIC} with the task id as key.
 *
 * @param taskId the task
 * @param status done (and read back) or failed
 * @param reason for a failure, a sentence without personal data; empty otherwise
 * @param affected how many of what were removed or restricted ("entries", "details", "keys", "documents")
 * @param remaining what the read-back still found of the same kinds; all zero when done
 * @param completedAt when the read-back was made
 */
public record TaskResult(
        UUID taskId, Status status, String reason, Map<String, Long> affected, Map<String, Long> remaining, Instant completedAt) {

    public static final String TOPIC = "innsyn.task-results.v1";

    /** What can come of a task. */
    public enum Status {
        @JsonProperty("done") DONE,
        @JsonProperty("failed") FAILED
    }
}
