package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is to be done, or was done, with one item of a request. */
public enum Outcome {
    /** Goes into the copy. */
    @JsonProperty("include") INCLUDE,
    /** Left out of the copy, with a ground. */
    @JsonProperty("leave-out") LEAVE_OUT,
    /** Removed. For the access log: shredded. */
    @JsonProperty("erase") ERASE,
    /** Kept, with a ground and an end. For the access log: kept under restriction. */
    @JsonProperty("keep") KEEP,
    /** Put right as the person says (GDPR Art. 16). */
    @JsonProperty("correct") CORRECT,
    /** Kept and used for nothing else (GDPR Art. 18). */
    @JsonProperty("restrict") RESTRICT,
    /** No longer used for the purpose, or on the ground of the consent (GDPR Art. 21, 7(3)). */
    @JsonProperty("stop") STOP,
    /** Looked at by a person (GDPR Art. 22(3)). */
    @JsonProperty("review") REVIEW,
    /** Not done, with a ground. */
    @JsonProperty("decline") DECLINE,
    /** The request is not about it. */
    @JsonProperty("not-concerned") NOT_CONCERNED
}
