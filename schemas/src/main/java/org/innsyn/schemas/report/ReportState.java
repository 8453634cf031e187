package org.innsyn.schemas.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a report is. */
public enum ReportState {
    /** Waits until the signed log covers the whole period; at most a minute or two. */
    @JsonProperty("waiting") WAITING,
    /** Being made. */
    @JsonProperty("making") MAKING,
    /** Can be fetched until it expires. */
    @JsonProperty("ready") READY,
    /** Could not be made; it says why. Ask for a new one. */
    @JsonProperty("failed") FAILED,
    /** Its time is over: the bundle and its key are gone. */
    @JsonProperty("expired") EXPIRED
}
