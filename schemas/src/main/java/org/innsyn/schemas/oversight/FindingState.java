package org.innsyn.schemas.oversight;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a finding is. */
public enum FindingState {
    /** Waits for somebody, or is being worked on. The logs it is about cannot be shredded. */
    @JsonProperty("open") OPEN,
    /** Somebody concluded it. */
    @JsonProperty("concluded") CONCLUDED
}
