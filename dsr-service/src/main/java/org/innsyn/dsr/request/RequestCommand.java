package org.innsyn.dsr.request;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.innsyn.dsr.calendar.Deadline;
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
     * @param deadline by when an answer is owed, counted from {@code at}
     */
    record SubmitRequest(
            @TargetAggregateIdentifier RequestId request, String reference, Right right, Party by, Deadline deadline, Instant at)
            implements RequestCommand {}

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
    record RefuseRequest(@TargetAggregateIdentifier RequestId request, long version, Party by, Instant at)
            implements RequestCommand {}

    /** The person takes it back. */
    record WithdrawRequest(@TargetAggregateIdentifier RequestId request, long version, Party by, Instant at)
            implements RequestCommand {}

    /**
     * Items were carried out or failed. Saying it twice changes nothing.
     *
     * @param copy the package, when one was made
     */
    record RecordResults(
            @TargetAggregateIdentifier RequestId request, List<ItemResult> results, @Nullable CopyPackage copy, Instant at)
            implements RequestCommand {}

    /**
     * No backup can bring back any more what was destroyed of an item. Saying it twice changes nothing.
     *
     * @param since since when
     */
    record RecordBeyondRecovery(@TargetAggregateIdentifier RequestId request, ItemKey item, Instant since, Instant at)
            implements RequestCommand {}

    /** The controller has what failed run again. */
    record RerunRequest(@TargetAggregateIdentifier RequestId request, long version, Party by, Instant at)
            implements RequestCommand {}

    /** The person fetches the package. */
    record FetchCopy(@TargetAggregateIdentifier RequestId request, Party by, Instant at) implements RequestCommand {}

    /** The package was removed because its time was over. Saying it twice changes nothing. */
    record ExpireCopy(@TargetAggregateIdentifier RequestId request, Instant at) implements RequestCommand {}
}
