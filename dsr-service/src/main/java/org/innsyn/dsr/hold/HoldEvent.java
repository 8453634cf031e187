package org.innsyn.dsr.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.innsyn.dsr.request.Party;
import org.innsyn.platform.eventstore.StoredAs;

/**
 * What happened to a hold. No event holds personal data: whose item it is and why it is kept lies in the vault; {@code said} is the name of what was
 * written there.
 */
public sealed interface HoldEvent {

    /** Which hold. */
    HoldId hold();

    /** When it happened. */
    Instant at();

    /**
     * It stands from now on.
     *
     * @param ground key of the ground in the rule pack of grounds
     * @param owner the unit that answers for it
     * @param reviewOn when somebody looks at it again
     * @param rulePack by which rules it was placed
     */
    @StoredAs(name = "hold.HoldPlaced")
    record HoldPlaced(
            HoldId hold, HoldScope scope, String ground, String owner, LocalDate reviewOn, String rulePack, UUID said, Party by, Instant at)
            implements HoldEvent {}

    /** It was looked at and is still needed. */
    @StoredAs(name = "hold.HoldReviewed")
    record HoldReviewed(HoldId hold, LocalDate reviewOn, UUID said, Party by, Instant at) implements HoldEvent {}

    /** It is not needed any more. */
    @StoredAs(name = "hold.HoldReleased")
    record HoldReleased(HoldId hold, UUID said, Party by, Instant at) implements HoldEvent {}
}
