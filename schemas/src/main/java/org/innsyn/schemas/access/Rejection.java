package org.innsyn.schemas.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why an event was rejected.
 *
 * @param code for programs
 * @param detail for people: names the field, never its value
 */
public record Rejection(Code code, String detail) {

    /** The reasons there are. */
    public enum Code {
        /** No JSON object, or a value of the wrong shape. */
        @JsonProperty("malformed") MALFORMED,
        /** Another type than {@value AccessEvent#TYPE}. */
        @JsonProperty("unknown-type") UNKNOWN_TYPE,
        /** A required field is missing or a value is outside what is allowed. */
        @JsonProperty("invalid") INVALID,
        /** More than 256 KiB or more than 1,000 people. */
        @JsonProperty("too-large") TOO_LARGE,
        /** The token does not allow this source. */
        @JsonProperty("foreign-source") FOREIGN_SOURCE,
        /** This id was recorded before with other content. */
        @JsonProperty("conflict") CONFLICT,
        /** It alone could not be recorded, for a reason on our side. Nothing of it is kept; keep it and report it again later. */
        @JsonProperty("not-recorded") NOT_RECORDED
    }
}
