package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which right a request exercises. */
public enum Right {
    /** GDPR Art. 15 (and, for what the person provided, Art. 20): a copy of everything. */
    @JsonProperty("access") ACCESS,
    /** GDPR Art. 17. */
    @JsonProperty("erasure") ERASURE
}
