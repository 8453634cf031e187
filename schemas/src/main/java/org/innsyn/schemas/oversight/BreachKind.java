package org.innsyn.schemas.oversight;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What of personal data was broken (GDPR Art. 4(12)). */
public enum BreachKind {
    /** Somebody learned of it who should not. */
    @JsonProperty("confidentiality") CONFIDENTIALITY,
    /** It was changed. */
    @JsonProperty("integrity") INTEGRITY,
    /** It was lost, or could not be reached. */
    @JsonProperty("availability") AVAILABILITY
}
