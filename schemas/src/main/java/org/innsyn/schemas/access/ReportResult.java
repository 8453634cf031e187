package org.innsyn.schemas.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a reported batch.
 *
 * @param results one per event, in the batch's order
 */
public record ReportResult(List<EventResult> results) {

    /**
     * What became of one event.
     *
     * @param id the event's id, or null where none could be read
     * @param status recorded, duplicate or rejected
     * @param reason for a rejection, why; nothing of a rejected event is kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EventResult(@Nullable String id, Status status, @Nullable Rejection reason) {}

    /** The three things that can become of an event. */
    public enum Status {
        @JsonProperty("recorded") RECORDED,
        @JsonProperty("duplicate") DUPLICATE,
        @JsonProperty("rejected") REJECTED
    }
}
