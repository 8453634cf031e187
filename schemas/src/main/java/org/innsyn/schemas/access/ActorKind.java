package org.innsyn.schemas.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who or what touched the data. */
public enum ActorKind {
    /** A person working for the controller (GDPR Art. 29; CJEU C-579/21). */
    @JsonProperty("staff") STAFF,
    /** A program acting by itself. */
    @JsonProperty("system") SYSTEM,
    /** The person themselves. */
    @JsonProperty("subject") SUBJECT,
    /** A processor or somebody working for one (GDPR Art. 28). */
    @JsonProperty("processor") PROCESSOR,
    /** A public authority. */
    @JsonProperty("authority") AUTHORITY
}
