package org.innsyn.schemas.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * Something to carry out for a decided request, asked on {@value #TOPIC} with the task id as key. Asked again until answered, so
 * whoever carries it out does so once however often it is asked. Holds no personal data: the person is a ledger id.
 *
 * @param taskId names the task for good
 * @param request the request it belongs to
 * @param system who is to do it; {@value #ACCESS_LOG} is the audit-service
 * @param action what to do
 * @param ledger whose
 * @param askedAt when it was first asked
 */
public record Task(UUID taskId, UUID request, String system, Action action, UUID ledger, Instant askedAt) {

    public static final String TOPIC = "innsyn.tasks.v1";
    public static final String ACCESS_LOG = "access-log";

    /** What can be asked. */
    public enum Action {
        /** GDPR Art. 18: keep, and use for nothing else. */
        @JsonProperty("restrict") RESTRICT,
        /** Destroy details, keys, events and index documents, and read back that they are gone. */
        @JsonProperty("shred") SHRED
    }
}
