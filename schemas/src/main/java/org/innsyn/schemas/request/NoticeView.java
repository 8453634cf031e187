package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter about a request, and what became of it. What it says is not repeated.
 *
 * @param id names it; part of its Message-ID
 * @param kind what it is about
 * @param recipient for GDPR Art. 19: who was given the data; null for the person's own
 * @param state how it stands
 * @param hindrance why it waits, was given up or did not arrive
 * @param detail a code or a number that belongs to the hindrance
 * @param problem the same in plain English words without personal data
 * @param createdAt since when it is to be sent
 * @param sentAt when a mail server had it
 * @param deliveryRecord what that server said; only for staff
 * @param acknowledgedAt when the recipient said that they know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeView(
        UUID id,
        NoticeKind kind,
        @Nullable String recipient,
        State state,
        @Nullable NoticeHindrance hindrance,
        @Nullable String detail,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable String deliveryRecord,
        @Nullable Instant acknowledgedAt) {

    /** How a notice stands. */
    public enum State {
        /** To be sent; tried until it is. */
        @JsonProperty("waiting") WAITING,
        /** A mail server has it. */
        @JsonProperty("sent") SENT,
        /** Given up: the person has to be told in another way. */
        @JsonProperty("failed") FAILED,
        /** A mail server had it, and it came back (RFC 3464): the person has to be told in another way. */
        @JsonProperty("bounced") BOUNCED
    }
}
