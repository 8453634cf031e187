package org.innsyn.dsr.request;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import java.time.Instant;
import org.innsyn.dsr.request.Rejected.Reason;
import org.jspecify.annotations.Nullable;

/** What every command of a person has to pass. */
final class Guards {

    private Guards() {}

    static void refuseStale(long version) {
        if (version != getVersion()) {
            throw new Rejected(Reason.STALE, "Somebody changed this request in the meantime. Nothing was changed; look at it again and decide anew.");
        }
    }

    static void refuseSelf(Party by, @Nullable Party person) {
        if (by.equals(person)) {
            throw new Rejected(Reason.SAME_PERSON, "Nobody handles their own request. Nothing was changed; somebody else has to do it.");
        }
    }

    /** What is recorded happened before it was recorded, and not before the request was there. */
    static void refuseImpossible(Instant happenedAt, Instant notBefore, Instant now) {
        if (happenedAt.isAfter(now)) {
            throw invalid("That time has not come yet.");
        }
        if (happenedAt.isBefore(notBefore)) {
            throw invalid("That was before it can have happened.");
        }
    }

    static Rejected notNow(String message) {
        return new Rejected(Reason.NOT_NOW, message);
    }

    static Rejected alreadyDecided() {
        return notNow("This request is decided or closed. Nothing was changed.");
    }

    static Rejected closed() {
        return notNow("This request is closed. Nothing was changed; the controller can reopen it.");
    }

    static Rejected invalid(String message) {
        return new Rejected(Reason.INVALID, message + " Nothing was changed.");
    }
}
