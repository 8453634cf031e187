package org.innsyn.dsr.notice;

import java.time.Instant;
import java.util.UUID;
import org.innsyn.dsr.request.Party;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * A notice and how it stands. No personal data.
 *
 * @param id names it, and with it the message: sent twice it is the same message
 * @param about the number of the request's event it tells of
 * @param recipient the recipient of data it is for; null for the person's own
 * @param said what somebody wrote for it, by its name in the vault
 * @param ground for an extension, why
 * @param by who sends it; null where it follows from what happened
 * @param hindrance why it waits, failed, or did not arrive
 * @param settledAt when a mail server had it, or it was given up
 * @param answer the server's reply code
 * @param acknowledgedAt when the recipient said that they know
 */
public record Notice(
        UUID id, RequestId request, NoticeKind kind, long about, @Nullable String recipient, @Nullable UUID said, @Nullable String ground, @Nullable Party by,
        State state, @Nullable Hindrance hindrance, Instant createdAt, @Nullable Instant settledAt, @Nullable String answer, @Nullable Instant acknowledgedAt) {

    /** Where a notice can be. */
    public enum State {
        /** To be sent; tried until it is. */
        WAITING,
        /** A mail server has it. */
        SENT,
        /** Given up. */
        FAILED,
        /** A mail server had it, and it came back: nobody was told. */
        BOUNCED
    }
}
