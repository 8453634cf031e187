package org.innsyn.dsr.export;

import java.time.Instant;
import java.util.List;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a copy, as it was decided.
 *
 * @param request the request it answers
 * @param reference its reference for people
 * @param receivedAt when the request was received
 * @param decidedAt when the copy was approved
 * @param decisions what is given and what is left out
 * @param ledger where the access log stood at the decision; null when the person has none
 */
public record CopyContents(
        RequestId request,
        String reference,
        Instant receivedAt,
        Instant decidedAt,
        List<Decision> decisions,
        @Nullable LedgerPosition ledger) {

    boolean includesAccessLog() {
        return included().contains(ItemKey.ACCESS_LOG);
    }

    /** What is given, in the order it was decided on. */
    List<ItemKey> included() {
        return decisions.stream().filter(decision -> decision.outcome() == Outcome.INCLUDE).map(Decision::item).toList();
    }

    List<Decision> leftOut() {
        return decisions.stream().filter(decision -> decision.outcome() == Outcome.LEAVE_OUT).toList();
    }
}
