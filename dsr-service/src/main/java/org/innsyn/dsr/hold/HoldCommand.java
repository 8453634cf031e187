package org.innsyn.dsr.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.innsyn.dsr.request.Party;

/** What can be asked of a hold. Time comes with the command; {@code today} is the day where the controller is established. */
public sealed interface HoldCommand {

    /** Which hold. */
    HoldId hold();

    /** Keep something from being erased. */
    record PlaceHold(
            @TargetAggregateIdentifier HoldId hold, HoldScope scope, String ground, String owner, LocalDate reviewOn, UUID said, Party by, LocalDate today,
            Instant at)
            implements HoldCommand {}

    /** Say that it is still needed, and until when. */
    record ReviewHold(
            @TargetAggregateIdentifier HoldId hold, long version, LocalDate reviewOn, UUID said, Party by, LocalDate today, Instant at)
            implements HoldCommand {}

    /** Say that it is not needed any more. */
    record ReleaseHold(@TargetAggregateIdentifier HoldId hold, long version, UUID said, Party by, Instant at) implements HoldCommand {}
}
