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
    @JsonProperty("keep") KEEP
}
