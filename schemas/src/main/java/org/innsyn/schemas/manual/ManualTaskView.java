package org.innsyn.schemas.manual;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to do in a system without a connector.
 *
 * @param id its random id
 * @param request for which request
 * @param reference the request's reference
 * @param system where
 * @param work what
 * @param instructionsEn what to do there, in English
 * @param instructionsNb the same in Norwegian Bokmål
 * @param dueOn by when
 * @param overdue whether that day has passed and it is not done
 * @param files how many files were uploaded
 * @param doneAt when it was done; null while it is open
 * @param account whose data it is about; only where one task is read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManualTaskView(
        UUID id,
        UUID request,
        String reference,
        String system,
        Work work,
        String instructionsEn,
        String instructionsNb,
        LocalDate dueOn,
        boolean overdue,
        int files,
        @Nullable Instant doneAt,
        @Nullable String account) {

    /** What there is to do. */
    public enum Work {
        /** Find what is held, and upload it (GDPR Art. 15, 20). */
        @JsonProperty("collect") COLLECT,
        /** Find what is held, and remove it (Art. 17). */
        @JsonProperty("erase") ERASE,
        /** Have it say something else (Art. 16); asked of systems behind a topic alone. */
        @JsonProperty("rectify") RECTIFY
    }
}
