package org.innsyn.dsr.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.IdentityMethod;
import org.innsyn.schemas.request.Opinion;
import org.innsyn.schemas.request.Question;
import org.innsyn.schemas.request.RefusalGround;
import org.innsyn.schemas.request.ReopeningGround;
import org.innsyn.schemas.request.Right;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a request. People's commands carry the version they were decided on, so that two people cannot overwrite each
 * other. Time comes with the command: the aggregate never looks at a clock.
 */
public sealed interface RequestCommand {

    /** Which request. */
    RequestId request();

    /**
     * A person asks.
     *
     * @param reference the short reference people use
     * @param person who asks
     * @param receivedAt when it reached the company: the clock starts then
     * @param recognisedAt when somebody saw that it is a request
     * @param enteredBy who recorded it, when it did not come through the portal
     */
    record SubmitRequest(
            @TargetAggregateIdentifier RequestId request, String reference, Right right, Party person, Channel channel, Instant receivedAt,
            Instant recognisedAt, @Nullable Party enteredBy, Instant at)
            implements RequestCommand {}

    /**
     * The same wish came again while it is open.
     *
     * @param said names what the person wrote in the vault
     */
    record JoinDuplicate(
            @TargetAggregateIdentifier RequestId request, Channel channel, Instant receivedAt, @Nullable UUID said, Party by, Instant at)
            implements RequestCommand {}

    /** It was made sure who asks. */
    record CheckIdentity(@TargetAggregateIdentifier RequestId request, long version, IdentityMethod method, Party by, Instant at)
            implements RequestCommand {}

    /** The person gave the code that was sent to their known address. */
    record ConfirmByCode(@TargetAggregateIdentifier RequestId request, Instant at) implements RequestCommand {}

    /**
     * The person was asked something they have to answer first.
     *
     * @param sentAt when the question was sent
     * @param said names the question in the vault
     */
    record AskPerson(
            @TargetAggregateIdentifier RequestId request, long version, Question about, Instant sentAt, UUID said, Party by, Instant at)
            implements RequestCommand {}

    /**
     * The person answered, or the question is given up.
     *
     * @param said names the answer in the vault; null when there is no text
     */
    record RecordAnswer(
            @TargetAggregateIdentifier RequestId request, long version, Instant arrivedAt, @Nullable UUID said, Party by, Instant at)
            implements RequestCommand {}

    /**
     * Two further months (GDPR Art. 12(3)).
     *
     * @param ground one of the rule pack's
     * @param sentAt when the person was sent the notice
     * @param delivered whether there is a record of its delivery
     * @param said names the reasons in the vault
     */
    record ExtendRequest(
            @TargetAggregateIdentifier RequestId request, long version, String ground, Instant sentAt, boolean delivered, UUID said, Party by,
            Instant at)
            implements RequestCommand {}

    /**
     * The notice of an extension came back, so nobody was told (GDPR Art. 12(3)).
     *
     * @param said names the reasons it gave
     */
    record RecordUndelivered(@TargetAggregateIdentifier RequestId request, UUID said, Instant at) implements RequestCommand {}

    /** The data protection officer says something. */
    record GiveOpinion(@TargetAggregateIdentifier RequestId request, long version, Opinion opinion, UUID said, Party by, Instant at)
            implements RequestCommand {}

    /** The data protection officer stops its approval. */
    record StopRequest(@TargetAggregateIdentifier RequestId request, long version, UUID said, Party by, Instant at) implements RequestCommand {}

    /** The data protection officer lifts the stop. */
    record LiftStop(@TargetAggregateIdentifier RequestId request, long version, UUID said, Party by, Instant at) implements RequestCommand {}

    /**
     * A closed request is taken up again.
     *
     * @param askedAt when the person asked for it
     */
    record ReopenRequest(
            @TargetAggregateIdentifier RequestId request, long version, ReopeningGround ground, Instant askedAt, UUID said, Party by, Instant at)
            implements RequestCommand {}

    /**
     * A person carried an item out.
     *
     * @param affected what was done, counted by a code
     * @param said names the statement of what was done in the vault
     */
    record RecordByHand(
            @TargetAggregateIdentifier RequestId request, long version, ItemKey item, Map<String, Long> affected, UUID said, Party by, Instant at)
            implements RequestCommand {}

    /** A day may have passed that somebody must hear of. Saying it twice, early or late changes nothing. */
    record NoteDeadlines(@TargetAggregateIdentifier RequestId request, Instant at) implements RequestCommand {}

    /** The rules may have changed: the limit is counted anew. */
    record ReviewDeadline(@TargetAggregateIdentifier RequestId request, Instant at) implements RequestCommand {}

    /** The systems answered what they hold. */
    record AssessRequest(@TargetAggregateIdentifier RequestId request, List<Holding> holdings, Instant at) implements RequestCommand {}

    /** A case-handler proposes what is to be done with each item. */
    record PrepareRequest(
            @TargetAggregateIdentifier RequestId request, long version, List<Decision> decisions, Party by, Instant at)
            implements RequestCommand {}

    /**
     * The controller approves what was prepared.
     *
     * @param ledger where the access log stands; null when the person has none
     */
    record ApproveRequest(
            @TargetAggregateIdentifier RequestId request, long version, @Nullable LedgerPosition ledger, Party by, Instant at)
            implements RequestCommand {}

    /** The controller refuses; the reason lies in the vault (GDPR Art. 12(4)). */
    record RefuseRequest(
            @TargetAggregateIdentifier RequestId request, long version, @Nullable RefusalGround ground, Party by, Instant at)
            implements RequestCommand {}

    /**
     * The person takes it back.
     *
     * @param channel by which way they said so; by any but the portal a case-handler records it
     */
    record WithdrawRequest(@TargetAggregateIdentifier RequestId request, long version, Channel channel, Party by, Instant at)
            implements RequestCommand {}

    /**
     * Items were carried out or failed. Saying it twice changes nothing.
     *
     * @param copy the package, when one was made
     */
    record RecordResults(
            @TargetAggregateIdentifier RequestId request, List<ItemResult> results, @Nullable CopyPackage copy, Instant at)
            implements RequestCommand {}

    /** What a restored backup of a system had brought back is erased again. */
    record RecordErasedAgain(@TargetAggregateIdentifier RequestId request, ItemResult.CarriedOut result, Instant at)
            implements RequestCommand {}

    /** A system does not mark an item as restricted any more, or a person says that it is not. */
    record RecordUnrestricted(@TargetAggregateIdentifier RequestId request, ItemResult.CarriedOut result, Instant at)
            implements RequestCommand {}

    /**
     * No backup can bring back any more what was destroyed of an item. Saying it twice changes nothing.
     *
     * @param since since when
     */
    record RecordBeyondRecovery(@TargetAggregateIdentifier RequestId request, ItemKey item, Instant since, Instant at)
            implements RequestCommand {}

    /** No hold stands any more that kept these items. Saying it twice changes nothing. */
    record ResumeHeld(@TargetAggregateIdentifier RequestId request, Set<ItemKey> items, Party by, Instant at) implements RequestCommand {}

    /** The controller has what failed run again. */
    record RerunRequest(@TargetAggregateIdentifier RequestId request, long version, Party by, Instant at)
            implements RequestCommand {}

    /** The person fetches the package. */
    record FetchCopy(@TargetAggregateIdentifier RequestId request, Party by, Instant at) implements RequestCommand {}

    /** The package was removed because its time was over. Saying it twice changes nothing. */
    record ExpireCopy(@TargetAggregateIdentifier RequestId request, Instant at) implements RequestCommand {}
}
