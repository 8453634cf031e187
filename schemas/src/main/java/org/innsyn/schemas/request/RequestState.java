package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a request stands. */
public enum RequestState {
    /** Received; systems are being searched for what is held. */
    @JsonProperty("submitted") SUBMITTED("RequestAcknowledged"),
    /** What is held is counted; a case-handler proposes what is to be done with each item. */
    @JsonProperty("assessed") ASSESSED("RequestAcknowledged"),
    /** Proposed; waits for the controller, who is never the one who prepared it. */
    @JsonProperty("prepared") PREPARED("RequestAcknowledged"),
    /** Approved; being carried out item by item. */
    @JsonProperty("in-progress") IN_PROGRESS("RequestAccepted"),
    /** Something could not be carried out; the rest is done. Can be run again for what failed. */
    @JsonProperty("partly-done") PARTLY_DONE("RequestAccepted"),
    /** Carried out and read back. */
    @JsonProperty("done") DONE("RequestFulfilled"),
    /** Refused with reasons (GDPR Art. 12(4)). */
    @JsonProperty("refused") REFUSED("RequestRejected"),
    /** Taken back by the person before it was decided. */
    @JsonProperty("withdrawn") WITHDRAWN("RequestUnfulfilled");

    private static final String VOCABULARY = "https://w3id.org/dpv#";

    private final String term;

    RequestState(String term) {
        this.term = term;
    }

    /** What comes closest in the W3C Data Privacy Vocabulary. */
    public String iri() {
        return VOCABULARY + term;
    }

    /** Whether nothing more will happen. */
    public boolean isClosed() {
        return this == DONE || this == REFUSED || this == WITHDRAWN;
    }
}
