package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as its reader may see it.
 *
 * @param id its random id
 * @param reference a short reference people can say on the phone ("R-7Q4K-2M")
 * @param right which right
 * @param state where it stands
 * @param account the person's account; only for staff, null once their data is gone
 * @param message what the person wrote; null once their data is gone
 * @param receivedAt when it was received (the clock's start)
 * @param due by when an answer is owed
 * @param items what it is decided about
 * @param preparedBy opaque id of the one who prepared it; only for staff
 * @param preparedByMe whether the reader prepared it and so may not decide it
 * @param reason for a refusal, the reason told to the person
 * @param download what can be downloaded
 * @param history what happened, oldest first
 * @param legal how it came and what the law says about where it stands
 * @param version grows with every change; sent back with a command so that two people cannot overwrite each other
 * @param notices what was sent about it, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestView(
        UUID id,
        String reference,
        Right right,
        RequestState state,
        @Nullable String account,
        @Nullable String message,
        Instant receivedAt,
        DueDate due,
        List<RequestItem> items,
        @Nullable String preparedBy,
        boolean preparedByMe,
        @Nullable String reason,
        @Nullable Download download,
        List<HistoryLine> history,
        Legal legal,
        long version,
        List<NoticeView> notices) {

    /**
     * How a request came and what the law says about where it stands.
     *
     * @param channel by which way it came
     * @param recognisedAt when somebody saw that it is a request
     * @param recordedAt when it was recorded here
     * @param identity how it was made sure who asks; null while that is open
     * @param question what the person was asked and has not answered yet
     * @param stopped whether the data protection officer's stop stands
     * @param overdue whether the limit passed without an answer
     * @param refusal for a refusal: on what ground
     * @param refusedLate whether the refusal came after the first month (GDPR Art. 12(4))
     * @param remedies for a refusal, or where something is kept, left out or declined: to whom the person can complain, and that they can go to
     *     court, in English
     * @param rightIri the right in the W3C Data Privacy Vocabulary
     * @param stateIri the state in the same
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Legal(
            Channel channel,
            Instant recognisedAt,
            Instant recordedAt,
            @Nullable IdentityMethod identity,
            @Nullable Question question,
            boolean stopped,
            boolean overdue,
            @Nullable RefusalGround refusal,
            boolean refusedLate,
            @Nullable String remedies,
            String rightIri,
            String stateIri) {}

    /**
     * A package ready to be fetched.
     *
     * @param sizeBytes its size
     * @param sha256 its SHA-256, hex
     * @param expiresAt when it is removed
     */
    public record Download(long sizeBytes, String sha256, Instant expiresAt) {}

    /**
     * One thing that happened.
     *
     * @param at when
     * @param event the event's name ("RequestApproved")
     * @param role who did it: subject, case-handler, controller, dpo, system
     * @param note what they wrote, where the reader may see it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HistoryLine(Instant at, String event, String role, @Nullable String note) {}
}
