package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what way a request, or an answer, reached the company. Any of them starts the clock (GDPR Art. 12(3)). */
public enum Channel {
    /** The person's own sign-in. */
    @JsonProperty("portal") PORTAL,
    @JsonProperty("e-mail") EMAIL,
    @JsonProperty("letter") LETTER,
    @JsonProperty("phone") PHONE
}
