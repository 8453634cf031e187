package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far one item has come. */
public enum ItemState {
    @JsonProperty("found") FOUND,
    @JsonProperty("proposed") PROPOSED,
    @JsonProperty("decided") DECIDED,
    @JsonProperty("running") RUNNING,
    /** Carried out and read back. */
    @JsonProperty("done") DONE,
    @JsonProperty("failed") FAILED,
    /** Decided to be erased, and not carried out while a legal hold stands. */
    @JsonProperty("on-hold") ON_HOLD
}
