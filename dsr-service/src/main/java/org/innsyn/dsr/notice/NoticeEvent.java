package org.innsyn.dsr.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.innsyn.dsr.request.Party;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.eventstore.StoredAs;
import org.innsyn.schemas.request.NoticeKind;
import org.jspecify.annotations.Nullable;

/** What became of a notice. No personal data: neither the address nor a word of it. A stream of its own, so that no request changes under whoever decides it. */
public sealed interface NoticeEvent {

    /** Which notice. */
    UUID notice();

    /** What it is about. */
    RequestId request();

    /**
     * A mail server took it.
     *
     * @param about the number of the request's event it tells of
     * @param answer the server's reply code ("250")
     * @param at when the server had it
     */
    @StoredAs(name = "notice.NoticeSent")
    record NoticeSent(UUID notice, RequestId request, NoticeKind kind, long about, String answer, Instant at) implements NoticeEvent {}

    /**
     * It will not be tried again.
     *
     * @param why in plain words, without personal data
     */
    @StoredAs(name = "notice.NoticeFailed")
    record NoticeFailed(UUID notice, RequestId request, NoticeKind kind, long about, String why, Instant at) implements NoticeEvent {}

    /**
     * It came back after a mail server had taken it (RFC 3464).
     *
     * @param status the enhanced status code (RFC 3463): "5.1.1"
     * @param at when it was noted
     */
    @StoredAs(name = "notice.NoticeBounced")
    record NoticeBounced(UUID notice, RequestId request, NoticeKind kind, long about, String status, Instant at) implements NoticeEvent {}

    /**
     * The recipient said that they know (GDPR Art. 19).
     *
     * @param acknowledgedAt when they said so
     * @param said what they said, by its name in the vault
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @StoredAs(name = "notice.NoticeAcknowledged")
    record NoticeAcknowledged(UUID notice, RequestId request, Instant acknowledgedAt, @Nullable UUID said, Party by, Instant at) implements NoticeEvent {}
}
