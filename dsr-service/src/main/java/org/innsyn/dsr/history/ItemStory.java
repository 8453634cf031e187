package org.innsyn.dsr.history;

import java.time.Instant;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.Holding;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.schemas.request.ItemState;
import org.jspecify.annotations.Nullable;

/**
 * How far one item has come.
 *
 * @param holding what was found
 * @param decision what is proposed or decided
 * @param state how far it has come
 * @param result what was done, when it is done
 * @param problem why it failed, when it did
 * @param beyondRecoverySince since when no backup can bring back what was destroyed by its keys
 * @param hold which holds keep it from being erased, while they do
 * @param heldSince since when it waits for them
 */
public record ItemStory(
        Holding holding, Decision decision, ItemState state, ItemResult.@Nullable CarriedOut result, @Nullable String problem,
        @Nullable Instant beyondRecoverySince, ItemResult.@Nullable Held hold, @Nullable Instant heldSince) {

    private ItemStory(
            Holding holding, Decision decision, ItemState state, ItemResult.@Nullable CarriedOut result, @Nullable String problem,
            @Nullable Instant beyondRecoverySince) {
        this(holding, decision, state, result, problem, beyondRecoverySince, null, null);
    }

    static ItemStory found(Holding holding) {
        return new ItemStory(holding, new Decision(holding.item(), holding.suggestion(), holding.ground()), ItemState.FOUND, null, null, null);
    }

    ItemStory proposed(Decision decision) {
        return new ItemStory(holding, decision, ItemState.PROPOSED, null, null, null);
    }

    /** Decided, and nothing is left to do. */
    ItemStory decided(Decision decision) {
        return new ItemStory(holding, decision, ItemState.DECIDED, null, null, null);
    }

    ItemStory running(Decision decision) {
        return new ItemStory(holding, decision, ItemState.RUNNING, null, null, null);
    }

    ItemStory done(ItemResult.CarriedOut result) {
        return new ItemStory(holding, decision, ItemState.DONE, result, null, null);
    }

    ItemStory failed(String problem) {
        return new ItemStory(holding, decision, ItemState.FAILED, null, problem, null);
    }

    ItemStory held(ItemResult.Held hold, Instant since) {
        return new ItemStory(holding, decision, ItemState.ON_HOLD, null, null, null, hold, since);
    }

    ItemStory beyondRecovery(Instant since) {
        return new ItemStory(holding, decision, state, result, problem, since);
    }

    boolean isRunning() {
        return state == ItemState.RUNNING;
    }
}
