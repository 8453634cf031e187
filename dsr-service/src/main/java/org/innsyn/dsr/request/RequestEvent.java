package org.innsyn.dsr.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.innsyn.dsr.calendar.Deadline;
import org.innsyn.platform.eventstore.StoredAs;
import org.innsyn.schemas.request.Right;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a request. No event holds personal data: who the person is and what anybody wrote lies in the vault under the
 * request's own key, staff and the person are opaque subjects of tokens.
 */
public sealed interface RequestEvent {

    /** Which request. */
    RequestId request();

    /** When it happened. */
    Instant at();

    /** It was received, and the clock runs (GDPR Art. 12(3)). */
    @StoredAs(name = "request.RequestSubmitted")
    record RequestSubmitted(RequestId request, String reference, Right right, Party by, Deadline deadline, Instant at)
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

    /** The controller refused, with reasons (GDPR Art. 12(4)). */
    @StoredAs(name = "request.RequestRefused")
    record RequestRefused(RequestId request, Party by, Instant at) implements RequestEvent {}

    /** The person took it back. */
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

    /** An item could not be carried out. */
    @StoredAs(name = "request.ItemFailed")
    record ItemFailed(RequestId request, ItemResult.Failed result, Instant at) implements RequestEvent {}

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
