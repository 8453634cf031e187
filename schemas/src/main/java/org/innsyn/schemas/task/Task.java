package org.innsyn.schemas.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to carry out for a decided request, asked on {@value #TOPIC} with the task id as key. Asked again until answered, so
 * whoever carries it out does so once however often it is asked. Holds no personal data: the person is a ledger id, or is asked for by the task's id
 * over HTTP. Described in {@code tasks.asyncapi.yaml}.
 *
 * @param taskId names the task for good
 * @param request the request it belongs to
 * @param system who is to do it; {@value #ACCESS_LOG} is the audit-service
 * @param action what to do
 * @param ledger whose; null for every system but {@value #ACCESS_LOG}
 * @param askedAt when it was first asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Task(UUID taskId, UUID request, String system, Action action, @Nullable UUID ledger, Instant askedAt) {

    public static final String TOPIC = "innsyn.tasks.v1";
    public static final String ACCESS_LOG = "access-log";

    /** What can be asked. */
    public enum Action {
        /** GDPR Art. 18: keep, and use for nothing else. */
        @JsonProperty("restrict") RESTRICT,
        /** Destroy details, keys, events and index documents, and read back that they are gone. */
        @JsonProperty("shred") SHRED,
        /** GDPR Art. 15, 20: hand over what is held, file by file, over HTTP. Of every system but the access log. */
        @JsonProperty("collect") COLLECT,
        /** GDPR Art. 17: remove what is held, and look that it is gone. Of every system but the access log. */
        @JsonProperty("erase") ERASE,
        /** GDPR Art. 16: have fields say what was approved, asked for over HTTP, and look that they do. Of every system but the access log. */
        @JsonProperty("rectify") RECTIFY
    }
}
