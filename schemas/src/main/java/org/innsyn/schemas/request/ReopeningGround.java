package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a closed request is taken up again. */
public enum ReopeningGround {
    /** The person complains about the answer. */
    @JsonProperty("complaint") COMPLAINT,
    /** Something came up that was not known when it was answered. */
    @JsonProperty("new-facts") NEW_FACTS,
    /** The supervisory authority or a court says so. */
    @JsonProperty("order") ORDER,
    /** The person wants what they had taken back. */
    @JsonProperty("asked-again") ASKED_AGAIN
}
