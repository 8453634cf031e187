package org.innsyn.audit.ledger.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one reporter wants recorded, waiting to be recorded together with what others want.
 *
 * @param accesses what was reported
 * @param alongside null where each access stands for itself; otherwise what is done in the same transaction, and then it is all or nothing
 * @param release gives back the room it takes while it waits
 * @param outcomes what became of each access, in order
 */
record Submission(List<ReportedAccess> accesses, @Nullable Consumer<List<Outcome>> alongside, Runnable release, CompletableFuture<List<Outcome>> outcomes) {

    int entries() {
        return accesses.stream().mapToInt(ReportedAccess::entries).sum();
    }

    boolean isAllOrNothing() {
        return alongside != null;
    }

    void complete(List<Outcome> became) {
        release.run();
        outcomes.complete(became);
    }

    void fail(Throwable why) {
        release.run();
        outcomes.completeExceptionally(why);
    }
}
