package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is open about a request beside what its state says, so that a list can tell whom it waits for. */
public enum OpenPoint {
    /** It is not made sure who asks (GDPR Art. 12(6)). */
    @JsonProperty("identity") IDENTITY,
    /** The person was asked something and has not answered. */
    @JsonProperty("answer") ANSWER,
    /** The person answered, and nobody has prepared it since. */
    @JsonProperty("message") MESSAGE,
    /** The data protection officer's stop stands. */
    @JsonProperty("stop") STOP,
    /** A legal hold keeps a part of it. */
    @JsonProperty("hold") HOLD,
    /** A part of it could not be carried out. */
    @JsonProperty("failure") FAILURE,
    /** A letter about it was given up and none of its kind has arrived since; also once it is closed. */
    @JsonProperty("letter") LETTER
}
