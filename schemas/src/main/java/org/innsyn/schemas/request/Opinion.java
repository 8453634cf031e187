package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the data protection officer says about a request (GDPR Art. 39(1)). Neither decides anything. */
public enum Opinion {
    @JsonProperty("comment") COMMENT,
    /** The officer would decide otherwise; the controller may still go on, and that stays on record. */
    @JsonProperty("objection") OBJECTION
}
