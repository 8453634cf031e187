package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a letter waits, was given up or did not arrive. */
public enum NoticeHindrance {
    /** Waits: no mail server is configured. */
    @JsonProperty("no-server") NO_SERVER,
    /** Waits: the mail server did not take it; the detail is its reply code (RFC 5321). */
    @JsonProperty("not-taken") NOT_TAKEN,
    /** Waits: the mail server did not answer as it should. */
    @JsonProperty("no-answer") NO_ANSWER,
    /** Waits: the system that knows the address did not answer. */
    @JsonProperty("address-away") ADDRESS_AWAY,
    /** Given up: no address is known. */
    @JsonProperty("no-address") NO_ADDRESS,
    /** Given up: what is known is no address that a letter can be sent to. */
    @JsonProperty("unusable-address") UNUSABLE_ADDRESS,
    /** Given up: its time was over before it could be sent. */
    @JsonProperty("too-late") TOO_LATE,
    /** Given up: the mail server refused it for good; the detail is its reply code (RFC 5321). */
    @JsonProperty("refused") REFUSED,
    /** Given up: it was tried for as many days as the detail says. */
    @JsonProperty("tried-long") TRIED_LONG,
    /** Sent, and late on its way; the detail is the status code of the report (RFC 3463). It may still come back. */
    @JsonProperty("late") LATE,
    /** Sent, and came back; the detail is the status code of the report (RFC 3463). */
    @JsonProperty("came-back") CAME_BACK
}
