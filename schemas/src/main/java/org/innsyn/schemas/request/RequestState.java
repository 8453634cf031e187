package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a request stands. */
public enum RequestState {
    /** Received; systems are being searched for what is held. */
    @JsonProperty("submitted") SUBMITTED,
    /** What is held is counted; a case-handler proposes what is to be done with each item. */
    @JsonProperty("assessed") ASSESSED,
    /** Proposed; waits for the controller, who is never the one who prepared it. */
    @JsonProperty("prepared") PREPARED,
    /** Approved; being carried out item by item. */
    @JsonProperty("in-progress") IN_PROGRESS,
    /** Something could not be carried out; the rest is done. Can be run again for what failed. */
    @JsonProperty("partly-done") PARTLY_DONE,
    /** Carried out and read back. */
    @JsonProperty("done") DONE,
    /** Refused with reasons (GDPR Art. 12(4)). */
    @JsonProperty("refused") REFUSED,
    /** Taken back by the person before it was decided. */
    @JsonProperty("withdrawn") WITHDRAWN;

    /** Whether nothing more will happen. */
    public boolean isClosed() {
        return this == DONE || this == REFUSED || this == WITHDRAWN;
    }
}
