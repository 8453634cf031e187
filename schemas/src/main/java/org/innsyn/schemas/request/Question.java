package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the person can be asked so that the clock stands still until they answer (GDPR Art. 12(6), recital 63). */
public enum Question {
    /** For a proof of who they are, where there is reasonable doubt. */
    @JsonProperty("identity") IDENTITY,
    /** Which data or which processing they mean, where much is held. */
    @JsonProperty("clarification") CLARIFICATION
}
