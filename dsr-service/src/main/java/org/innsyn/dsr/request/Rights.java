package org.innsyn.dsr.request;

import static org.innsyn.schemas.request.Outcome.CORRECT;
import static org.innsyn.schemas.request.Outcome.DECLINE;
import static org.innsyn.schemas.request.Outcome.INCLUDE;
import static org.innsyn.schemas.request.Outcome.LEAVE_OUT;
import static org.innsyn.schemas.request.Outcome.NOT_CONCERNED;
import static org.innsyn.schemas.request.Outcome.RESTRICT;
import static org.innsyn.schemas.request.Outcome.REVIEW;
import static org.innsyn.schemas.request.Outcome.STOP;

import java.util.List;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;

/** What each right asks of an item, and who carries it out. */
public final class Rights {

    private Rights() {}

    /** Whether what is decided is written into a package for the person (GDPR Art. 15, 20). */
    public static boolean isCopy(Right right) {
        return right == Right.ACCESS || right == Right.PORTABILITY;
    }

    /** Whether people carry it out and say what they did; the others are carried out by this service. */
    public static boolean isByHand(Right right) {
        return !isCopy(right) && right != Right.ERASURE;
    }

    /**
     * What can be done with a holding under a right.
     *
     * @param found as a system counted it for a copy, or for an erasure
     */
    public static Holding under(Right right, Holding found) {
        return switch (right) {
            case ACCESS, ERASURE -> found;
            case PORTABILITY -> found.item().equals(ItemKey.ACCESS_LOG)
                    ? new Holding(found.item(), found.category(), found.found(), LEAVE_OUT, List.of(INCLUDE, LEAVE_OUT), "not-provided", null, found.uncounted())
                    : found;
            // Only the person's words say which of it is wrong, or which decision is meant: nothing is suggested.
            case RECTIFICATION -> of(found, NOT_CONCERNED, CORRECT);
            case HUMAN_REVIEW -> of(found, NOT_CONCERNED, REVIEW);
            case RESTRICTION -> of(found, logStaysOut(found, RESTRICT), RESTRICT);
            case OBJECTION, CONSENT_WITHDRAWAL -> of(found, logStaysOut(found, STOP), STOP);
        };
    }

    private static Outcome logStaysOut(Holding found, Outcome suggestion) {
        return found.item().equals(ItemKey.ACCESS_LOG) ? NOT_CONCERNED : suggestion;
    }

    private static Holding of(Holding found, Outcome suggestion, Outcome wish) {
        return new Holding(found.item(), found.category(), found.found(), suggestion, List.of(wish, DECLINE, NOT_CONCERNED), null, null, found.uncounted());
    }

    /** Whether something is left to do once it is decided. */
    public static boolean asksForWork(Right right, Decision decision) {
        return !isByHand(right) || decision.outcome() != DECLINE && decision.outcome() != NOT_CONCERNED;
    }
}
