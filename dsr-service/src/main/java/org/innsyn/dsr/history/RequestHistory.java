package org.innsyn.dsr.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.innsyn.dsr.calendar.Deadline;
import org.innsyn.dsr.request.CopyPackage;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.dsr.request.Party;
import org.innsyn.dsr.request.RequestEvent;
import org.innsyn.dsr.request.RequestEvent.CopyExpired;
import org.innsyn.dsr.request.RequestEvent.CopyFetched;
import org.innsyn.dsr.request.RequestEvent.CopyMade;
import org.innsyn.dsr.request.RequestEvent.ItemBeyondRecovery;
import org.innsyn.dsr.request.RequestEvent.ItemCarriedOut;
import org.innsyn.dsr.request.RequestEvent.ItemFailed;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestAssessed;
import org.innsyn.dsr.request.RequestEvent.RequestCompleted;
import org.innsyn.dsr.request.RequestEvent.RequestPartlyDone;
import org.innsyn.dsr.request.RequestEvent.RequestPrepared;
import org.innsyn.dsr.request.RequestEvent.RequestRefused;
import org.innsyn.dsr.request.RequestEvent.RequestRerun;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.dsr.request.RequestEvent.RequestWithdrawn;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.Right;
import org.jspecify.annotations.Nullable;

/** One request as its events tell it. Filled event by event; then only read. */
public final class RequestHistory {

    private final RequestSubmitted submitted;
    private final List<RequestEvent> events = new ArrayList<>();
    private final Map<ItemKey, ItemStory> items = new LinkedHashMap<>();
    private RequestState state = RequestState.SUBMITTED;
    private @Nullable Party preparedBy;
    private @Nullable LedgerPosition ledger;
    private @Nullable CopyPackage copy;
    private @Nullable Instant decidedAt;
    private @Nullable Instant closedAt;
    private long version = -1;

    private RequestHistory(RequestSubmitted submitted) {
        this.submitted = submitted;
    }

    /** @param events all events of one request, oldest first */
    static RequestHistory of(List<RequestEvent> events) {
        var history = new RequestHistory((RequestSubmitted) events.getFirst());
        events.forEach(history::tell);
        return history;
    }

    private void tell(RequestEvent event) {
        events.add(event);
        version++;
        switch (event) {
            case RequestSubmitted _ -> {}
            case RequestAssessed it -> {
                state = RequestState.ASSESSED;
                it.holdings().forEach(holding -> items.put(holding.item(), ItemStory.found(holding)));
            }
            case RequestPrepared it -> {
                state = RequestState.PREPARED;
                preparedBy = it.by();
                each(it.decisions(), ItemStory::proposed);
            }
            case RequestApproved it -> {
                state = RequestState.IN_PROGRESS;
                decidedAt = it.at();
                ledger = it.ledger();
                each(it.decisions(), ItemStory::running);
            }
            case RequestRerun it -> {
                state = RequestState.IN_PROGRESS;
                each(it.decisions(), ItemStory::running);
            }
            case ItemCarriedOut it -> items.computeIfPresent(it.result().item(), (_, story) -> story.done(it.result()));
            case ItemBeyondRecovery it -> items.computeIfPresent(it.item(), (_, story) -> story.beyondRecovery(it.since()));
            case ItemFailed it -> items.computeIfPresent(it.result().item(), (_, story) -> story.failed(it.result().problem()));
            case CopyMade it -> copy = it.copy();
            case CopyFetched _ -> {}
            case CopyExpired _ -> copy = null;
            case RequestPartlyDone _ -> state = RequestState.PARTLY_DONE;
            case RequestCompleted it -> close(RequestState.DONE, it.at());
            case RequestRefused it -> close(RequestState.REFUSED, it.at());
            case RequestWithdrawn it -> close(RequestState.WITHDRAWN, it.at());
        }
    }

    private void each(List<Decision> decisions, Change change) {
        decisions.forEach(decision -> items.computeIfPresent(decision.item(), (_, story) -> change.apply(story, decision)));
    }

    private void close(RequestState how, Instant at) {
        state = how;
        closedAt = at;
    }

    public RequestId id() {
        return submitted.request();
    }

    public String reference() {
        return submitted.reference();
    }

    public Right right() {
        return submitted.right();
    }

    /** Who asked. */
    public Party person() {
        return submitted.by();
    }

    public Instant receivedAt() {
        return submitted.at();
    }

    public Deadline deadline() {
        return submitted.deadline();
    }

    public RequestState state() {
        return state;
    }

    public List<ItemStory> items() {
        return List.copyOf(items.values());
    }

    public @Nullable Party preparedBy() {
        return preparedBy;
    }

    /** Where the access log stood when it was approved. */
    public @Nullable LedgerPosition ledger() {
        return ledger;
    }

    /** When it was approved. */
    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    /** The copy, while it lies there. */
    public @Nullable CopyPackage copy() {
        return copy;
    }

    /** How many changes there were, from 0. */
    public long version() {
        return version;
    }

    /** What happened, oldest first. */
    public List<RequestEvent> events() {
        return List.copyOf(events);
    }

    /** What is still to be carried out. */
    public List<Decision> open() {
        return items.values().stream().filter(ItemStory::isRunning).map(ItemStory::decision).toList();
    }

    /** What was decided, item by item. */
    public List<Decision> decisions() {
        return items.values().stream().map(ItemStory::decision).toList();
    }

    private interface Change {
        ItemStory apply(ItemStory story, Decision decision);
    }
}
