package org.innsyn.dsr.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.dsr.calendar.Deadline;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.platform.eventstore.StoredAs;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.IdentityMethod;
import org.innsyn.schemas.request.Opinion;
import org.innsyn.schemas.request.Question;
import org.innsyn.schemas.request.RefusalGround;
import org.innsyn.schemas.request.ReopeningGround;
import org.innsyn.schemas.request.Right;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a request. No event holds personal data: who the person is and what anybody wrote lies in the vault under the
 * request's own key, staff and the person are opaque subjects of tokens. {@code said} is the name under which a text lies there.
 */
public sealed interface RequestEvent {

    /** Which request. */
    RequestId request();

    /** When it happened. */
    Instant at();

    /**
     * It was recorded, and the clock runs since it was received (GDPR Art. 12(3)).
     *
     * @param by the person who asks
     * @param channel by which way it came
     * @param receivedAt when it reached the company
     * @param recognisedAt when somebody saw that it is a request
     * @param enteredBy who recorded it, when it did not come through the portal
     * @param at when it was recorded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @StoredAs(name = "request.RequestSubmitted", revision = 2)
    record RequestSubmitted(
            RequestId request, String reference, Right right, Party by, Channel channel, Instant receivedAt, Instant recognisedAt,
            @Nullable Party enteredBy, Deadline deadline, Instant at)
            implements RequestEvent {}

    /** The same wish came again by whatever way; the earliest receipt counts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @StoredAs(name = "request.DuplicateJoined")
    record DuplicateJoined(
            RequestId request, Channel channel, Instant receivedAt, @Nullable UUID said, Deadline deadline, Party by, Instant at)
            implements RequestEvent {}

    /** It was made sure who asks: how, by whom and when, and nothing else (GDPR Art. 12(6)). */
    @StoredAs(name = "request.IdentityChecked")
    record IdentityChecked(RequestId request, IdentityMethod method, Party by, Instant at) implements RequestEvent {}

    /**
     * The person was asked something (GDPR Art. 12(6)).
     *
     * @param sentAt when; the clock stands still since then
     * @param ineffective why the clock goes on nevertheless, where it does
     * @param deadline as if the answer came on the same day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @StoredAs(name = "request.PersonAsked")
    record PersonAsked(
            RequestId request, Question about, Instant sentAt, UUID said, LegalClock.@Nullable Ineffective ineffective, Deadline deadline, Party by,
            Instant at)
            implements RequestEvent {}

    /** The answer arrived, or the question was given up; the clock goes on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @StoredAs(name = "request.PersonAnswered")
    record PersonAnswered(RequestId request, Instant arrivedAt, @Nullable UUID said, Deadline deadline, Party by, Instant at)
            implements RequestEvent {}

    /** The period is two months longer; the person was told in time (GDPR Art. 12(3)). */
    @StoredAs(name = "request.PeriodExtended")
    record PeriodExtended(RequestId request, String ground, Instant sentAt, UUID said, Deadline deadline, Party by, Instant at)
            implements RequestEvent {}

    /** An extension was tried and changed nothing. */
    @StoredAs(name = "request.ExtensionIneffective")
    record ExtensionIneffective(RequestId request, String ground, Instant sentAt, UUID said, LegalClock.Ineffective why, Party by, Instant at)
            implements RequestEvent {}

    /**
     * The notice of the extension came back: nobody was told, so the period is what it was (GDPR Art. 12(3), rule L4).
     *
     * @param sentAt when a mail server had taken it
     * @param said names the reasons in the vault
     */
    @StoredAs(name = "request.ExtensionUndelivered")
    record ExtensionUndelivered(RequestId request, String ground, Instant sentAt, UUID said, Deadline deadline, Instant at) implements RequestEvent {}

    /** The data protection officer said something (GDPR Art. 39(1)). */
    @StoredAs(name = "request.OpinionGiven")
    record OpinionGiven(RequestId request, Opinion opinion, UUID said, Party by, Instant at) implements RequestEvent {}

    /** The data protection officer stopped it: nothing is approved until the stop is lifted. */
    @StoredAs(name = "request.RequestStopped")
    record RequestStopped(RequestId request, UUID said, Party by, Instant at) implements RequestEvent {}

    /** The data protection officer lifted the stop. */
    @StoredAs(name = "request.StopLifted")
    record StopLifted(RequestId request, UUID said, Party by, Instant at) implements RequestEvent {}

    /**
     * It was taken up again, and is looked up anew.
     *
     * @param receivedAt where the clock starts: anew for what had been taken back, otherwise where it started before
     */
    @StoredAs(name = "request.RequestReopened")
    record RequestReopened(
            RequestId request, ReopeningGround ground, UUID said, Instant receivedAt, Deadline deadline, Party by, Instant at)
            implements RequestEvent {}

    /** A person carried an item out and said what they did. Nobody looked it up. */
    @StoredAs(name = "request.ItemDoneByHand")
    record ItemDoneByHand(RequestId request, ItemKey item, Map<String, Long> affected, UUID said, Party by, Instant at)
            implements RequestEvent {}

    /** The company's own target passed without an answer. */
    @StoredAs(name = "request.TargetPassed")
    record TargetPassed(RequestId request, LocalDate target, LocalDate limit, Instant at) implements RequestEvent {}

    /** The legal limit passed without an answer. */
    @StoredAs(name = "request.RequestOverdue")
    record RequestOverdue(RequestId request, LocalDate limit, Instant at) implements RequestEvent {}

    /** The rules or the holidays changed, and with them the dates. */
    @StoredAs(name = "request.DeadlinesMoved")
    record DeadlinesMoved(RequestId request, LocalDate limitBefore, LocalDate targetBefore, String rulePackBefore, Deadline deadline, Instant at)
            implements RequestEvent {}

    /** It is known what the systems hold. */
    @StoredAs(name = "request.RequestAssessed")
    record RequestAssessed(RequestId request, List<Holding> holdings, Instant at) implements RequestEvent {}

    /** A case-handler proposed what is to be done with each item. */
    @StoredAs(name = "request.RequestPrepared")
    record RequestPrepared(RequestId request, List<Decision> decisions, Party by, Instant at) implements RequestEvent {}

    /** The controller decided as proposed; it is to be carried out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @StoredAs(name = "request.RequestApproved")
    record RequestApproved(
            RequestId request, Right right, List<Decision> decisions, @Nullable LedgerPosition ledger, Party by, Instant at)
            implements RequestEvent {}

    /**
     * The controller refused, with reasons (GDPR Art. 12(4)).
     *
     * @param ground which of the law's grounds it is, where one was named
     * @param late whether it came after the first month, by the end of which a refusal is owed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @StoredAs(name = "request.RequestRefused", revision = 2)
    record RequestRefused(RequestId request, @Nullable RefusalGround ground, boolean late, Party by, Instant at) implements RequestEvent {}

    /** The person took it back; recorded by somebody else when they did not say so in the portal. */
    @StoredAs(name = "request.RequestWithdrawn")
    record RequestWithdrawn(RequestId request, Party by, Instant at) implements RequestEvent {}

    /** An item was carried out and read back. */
    @StoredAs(name = "request.ItemCarriedOut")
    record ItemCarriedOut(RequestId request, ItemResult.CarriedOut result, Instant at) implements RequestEvent {}

    /**
     * What was destroyed of an item by its keys cannot be brought back from any backup either.
     *
     * @param since since when
     */
    @StoredAs(name = "request.ItemBeyondRecovery")
    record ItemBeyondRecovery(RequestId request, ItemKey item, Instant since, Instant at) implements RequestEvent {}

    /** A restored backup of a system had brought an erased item back; it is gone again, and read back. */
    @StoredAs(name = "request.ItemErasedAgain")
    record ItemErasedAgain(RequestId request, ItemResult.CarriedOut result, Instant at) implements RequestEvent {}

    /** The restriction of an item ended, after the person was told (GDPR Art. 18(3)). */
    @StoredAs(name = "request.ItemUnrestricted")
    record ItemUnrestricted(RequestId request, ItemResult.CarriedOut result, Instant at) implements RequestEvent {}

    /** An item could not be carried out. */
    @StoredAs(name = "request.ItemFailed")
    record ItemFailed(RequestId request, ItemResult.Failed result, Instant at) implements RequestEvent {}

    /** A legal hold stands, so an item is not erased for now. */
    @StoredAs(name = "request.ItemHeld")
    record ItemHeld(RequestId request, ItemResult.Held result, Instant at) implements RequestEvent {}

    /**
     * No hold stands any more that kept these items: they are carried out as it was decided.
     *
     * @param by who released the last hold
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @StoredAs(name = "request.HeldResumed")
    record HeldResumed(
            RequestId request, Right right, List<Decision> decisions, @Nullable LedgerPosition ledger, Party by, Instant at)
            implements RequestEvent {}

    /** The copy lies ready. */
    @StoredAs(name = "request.CopyMade")
    record CopyMade(RequestId request, CopyPackage copy, Instant at) implements RequestEvent {}

    /** The person fetched the copy. */
    @StoredAs(name = "request.CopyFetched")
    record CopyFetched(RequestId request, Party by, Instant at) implements RequestEvent {}

    /** The copy was removed. */
    @StoredAs(name = "request.CopyExpired")
    record CopyExpired(RequestId request, Instant at) implements RequestEvent {}

    /** Everything decided is carried out and read back. */
    @StoredAs(name = "request.RequestCompleted")
    record RequestCompleted(RequestId request, Instant at) implements RequestEvent {}

    /** Some of what was decided could not be carried out. */
    @StoredAs(name = "request.RequestPartlyDone")
    record RequestPartlyDone(RequestId request, List<ItemKey> failed, Instant at) implements RequestEvent {}

    /** What failed runs again. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @StoredAs(name = "request.RequestRerun")
    record RequestRerun(
            RequestId request, Right right, List<Decision> decisions, @Nullable LedgerPosition ledger, Party by, Instant at)
            implements RequestEvent {}
}
