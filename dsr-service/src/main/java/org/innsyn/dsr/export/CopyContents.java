package org.innsyn.dsr.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a copy, as it was decided.
 *
 * @param request the request it answers
 * @param reference its reference for people
 * @param right access or portability
 * @param receivedAt when the request was received
 * @param decidedAt when the copy was approved
 * @param decisions what is given and what is left out
 * @param categories the data category of each item
 * @param withheld records that are kept out of what is given
 * @param ledger where the access log stood at the decision; null when the person has none
 * @param authority to whom the person can complain
 */
public record CopyContents(
        RequestId request,
        String reference,
        Right right,
        Instant receivedAt,
        Instant decidedAt,
        List<Decision> decisions,
        Map<ItemKey, String> categories,
        List<WithheldRecord> withheld,
        @Nullable LedgerPosition ledger,
        @Nullable String authority) {

    boolean includesAccessLog() {
        return included().contains(ItemKey.ACCESS_LOG);
    }

    /** Whether the person is told about the processing, too (GDPR Art. 15(1)); taking one's data along (Art. 20) is the data alone. */
    boolean tellsAboutProcessing() {
        return right == Right.ACCESS;
    }

    /** What is given, in the order it was decided on. */
    List<ItemKey> included() {
        return decisions.stream().filter(decision -> decision.outcome() == Outcome.INCLUDE).map(Decision::item).toList();
    }

    List<Decision> leftOut() {
        return decisions.stream().filter(decision -> decision.outcome() == Outcome.LEAVE_OUT).toList();
    }

    /** The data categories of everything that is held, given or not. */
    TreeSet<String> held() {
        return new TreeSet<>(categories.values());
    }
}
