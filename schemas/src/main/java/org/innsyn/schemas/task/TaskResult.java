package org.innsyn.schemas.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a {@link Task}, told on {@value #TOPIC} with the task id as key. Of something shredded it is told a second time, once
 * no backup can bring it back either: {@code beyondRecoverySince} is then no longer absent.
 *
 * @param taskId the task
 * @param status done (and read back) or failed
 * @param reason for a failure, a sentence without personal data; empty otherwise
 * @param affected how many of what were removed or restricted ("entries", "details", "keys", "documents")
 * @param remaining what the read-back still found of the same kinds; all zero when done
 * @param completedAt when the read-back was made
 * @param unreadableSince since when nobody could read what was shredded; null where nothing was
 * @param beyondRecoverySince since when no backup can bring it back, because the key that wrapped its keys is destroyed; null until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskResult(
        UUID taskId,
        Status status,
        String reason,
        Map<String, Long> affected,
        Map<String, Long> remaining,
        Instant completedAt,
        @Nullable Instant unreadableSince,
        @Nullable Instant beyondRecoverySince) {

    public static final String TOPIC = "innsyn.task-results.v1";

    /** Of something that shredded nothing. */
    public TaskResult(UUID taskId, Status status, String reason, Map<String, Long> affected, Map<String, Long> remaining, Instant completedAt) {
        this(taskId, status, reason, affected, remaining, completedAt, null, null);
    }

    /** The same, now that no backup can bring it back. */
    public TaskResult withBeyondRecoverySince(Instant since) {
        return new TaskResult(taskId, status, reason, affected, remaining, completedAt, unreadableSince, since);
    }

    /** What can come of a task. */
    public enum Status {
        @JsonProperty("done") DONE,
        @JsonProperty("failed") FAILED
    }
}
