package org.innsyn.dsr.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.innsyn.dsr.calendar.Course;
import org.innsyn.dsr.calendar.Deadline;
import org.innsyn.dsr.request.CopyPackage;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.dsr.request.Party;
import org.innsyn.dsr.request.RequestEvent;
import org.innsyn.dsr.request.RequestEvent.CopyExpired;
import org.innsyn.dsr.request.RequestEvent.CopyFetched;
import org.innsyn.dsr.request.RequestEvent.CopyMade;
import org.innsyn.dsr.request.RequestEvent.DeadlinesMoved;
import org.innsyn.dsr.request.RequestEvent.DuplicateJoined;
import org.innsyn.dsr.request.RequestEvent.ExtensionIneffective;
import org.innsyn.dsr.request.RequestEvent.ExtensionUndelivered;
import org.innsyn.dsr.request.RequestEvent.HeldResumed;
import org.innsyn.dsr.request.RequestEvent.IdentityChecked;
import org.innsyn.dsr.request.RequestEvent.ItemBeyondRecovery;
import org.innsyn.dsr.request.RequestEvent.ItemCarriedOut;
import org.innsyn.dsr.request.RequestEvent.ItemDoneByHand;
import org.innsyn.dsr.request.RequestEvent.ItemErasedAgain;
import org.innsyn.dsr.request.RequestEvent.ItemFailed;
import org.innsyn.dsr.request.RequestEvent.ItemHeld;
import org.innsyn.dsr.request.RequestEvent.ItemUnrestricted;
import org.innsyn.dsr.request.RequestEvent.OpinionGiven;
import org.innsyn.dsr.request.RequestEvent.PeriodExtended;
import org.innsyn.dsr.request.RequestEvent.PersonAnswered;
import org.innsyn.dsr.request.RequestEvent.PersonAsked;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestAssessed;
import org.innsyn.dsr.request.RequestEvent.RequestCompleted;
import org.innsyn.dsr.request.RequestEvent.RequestOverdue;
import org.innsyn.dsr.request.RequestEvent.RequestPartlyDone;
import org.innsyn.dsr.request.RequestEvent.RequestPrepared;
import org.innsyn.dsr.request.RequestEvent.RequestRefused;
import org.innsyn.dsr.request.RequestEvent.RequestReopened;
import org.innsyn.dsr.request.RequestEvent.RequestRerun;
import org.innsyn.dsr.request.RequestEvent.RequestStopped;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.dsr.request.RequestEvent.RequestWithdrawn;
import org.innsyn.dsr.request.RequestEvent.StopLifted;
import org.innsyn.dsr.request.RequestEvent.TargetPassed;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.request.Rights;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.IdentityMethod;
import org.innsyn.schemas.request.Question;
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
    private Deadline deadline;
    private Instant receivedAt;
    private final List<Course.Pause> pauses = new ArrayList<>();
    private Course.@Nullable Extension extension;
    private @Nullable PersonAsked question;
    private @Nullable IdentityMethod identity;
    private boolean stopped;
    private boolean overdue;
    private @Nullable RequestRefused refusal;

    private RequestHistory(RequestSubmitted submitted) {
        this.submitted = submitted;
        this.deadline = submitted.deadline();
        this.receivedAt = submitted.receivedAt();
        this.identity = submitted.channel() == Channel.PORTAL ? IdentityMethod.PORTAL_SESSION : null;
    }

    /**
     * What the events tell.
     *
     * @param events all events of one request, oldest first
     */
    public static RequestHistory of(List<RequestEvent> events) {
        var history = new RequestHistory((RequestSubmitted) events.getFirst());
        events.forEach(history::tell);
        return history;
    }

    private void tell(RequestEvent event) {
        events.add(event);
        version++;
        switch (event) {
            case RequestSubmitted _, OpinionGiven _, TargetPassed _, ExtensionIneffective _ -> {}
            case DuplicateJoined it -> {
                receivedAt = it.receivedAt().isBefore(receivedAt) ? it.receivedAt() : receivedAt;
                deadline = it.deadline();
            }
            case IdentityChecked it -> identity = it.method();
            case PersonAsked it -> {
                question = it;
                deadline = it.deadline();
            }
            case PersonAnswered it -> answered(it);
            case PeriodExtended it -> {
                extension = new Course.Extension(it.ground(), it.sentAt());
                deadline = it.deadline();
            }
            case ExtensionUndelivered it -> {
                extension = null;
                deadline = it.deadline();
            }
            case DeadlinesMoved it -> deadline = it.deadline();
            case RequestOverdue _ -> overdue = true;
            case RequestStopped _ -> stopped = true;
            case StopLifted _ -> stopped = false;
            case RequestReopened it -> reopen(it);
            case RequestAssessed it -> {
                state = RequestState.ASSESSED;
                items.clear();
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
                each(it.decisions(), (story, decision) -> Rights.asksForWork(right(), decision) ? story.running(decision) : story.decided(decision));
            }
            case RequestRerun it -> {
                state = RequestState.IN_PROGRESS;
                each(it.decisions(), ItemStory::running);
            }
            case ItemHeld it -> items.computeIfPresent(it.result().item(), (_, story) -> story.held(it.result(), it.at()));
            case HeldResumed it -> {
                state = RequestState.IN_PROGRESS;
                each(it.decisions(), ItemStory::running);
            }
            case ItemCarriedOut it -> items.computeIfPresent(it.result().item(), (_, story) -> story.done(it.result()));
            case ItemDoneByHand it -> items.computeIfPresent(
                    it.item(), (_, story) -> story.done(new ItemResult.CarriedOut(it.item(), it.affected(), null, null)));
            case ItemErasedAgain _, ItemUnrestricted _ -> {}
            case ItemBeyondRecovery it -> items.computeIfPresent(it.item(), (_, story) -> story.beyondRecovery(it.since()));
            case ItemFailed it -> items.computeIfPresent(it.result().item(), (_, story) -> story.failed(it.result().problem()));
            case CopyMade it -> copy = it.copy();
            case CopyFetched _ -> {}
            case CopyExpired _ -> copy = null;
            case RequestPartlyDone _ -> state = RequestState.PARTLY_DONE;
            case RequestCompleted it -> close(RequestState.DONE, it.at());
            case RequestRefused it -> {
                refusal = it;
                close(RequestState.REFUSED, it.at());
            }
            case RequestWithdrawn it -> close(RequestState.WITHDRAWN, it.at());
        }
    }

    private void answered(PersonAnswered event) {
        if (question != null && question.ineffective() == null) {
            pauses.add(new Course.Pause(asked(question), event.arrivedAt()));
        }
        question = null;
        deadline = event.deadline();
    }

    private static Course.Question asked(PersonAsked event) {
        return new Course.Question(event.about().name().toLowerCase(Locale.ROOT), event.sentAt());
    }

    /** What was looked up, proposed and decided before stands in the events; now it begins again. */
    private void reopen(RequestReopened event) {
        if (!event.receivedAt().equals(receivedAt)) {
            pauses.clear();
            extension = null;
        }
        receivedAt = event.receivedAt();
        deadline = event.deadline();
        state = RequestState.SUBMITTED;
        items.clear();
        preparedBy = null;
        decidedAt = null;
        closedAt = null;
        refusal = null;
        overdue = false;
        question = null;
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

    /** When it reached the company: where the clock starts. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** When somebody saw that it is a request. */
    public Instant recognisedAt() {
        return submitted.recognisedAt();
    }

    /** When it was recorded here. */
    public Instant recordedAt() {
        return submitted.at();
    }

    public Channel channel() {
        return submitted.channel();
    }

    /** By when an answer is owed, as it was last counted. */
    public Deadline deadline() {
        return deadline;
    }

    /** What the limit depends on. */
    public Course course() {
        boolean still = question != null && question.ineffective() == null;
        return new Course(receivedAt, extension, List.copyOf(pauses), still ? asked(question) : null);
    }

    /** How it was made sure who asks; null while that is open. */
    public @Nullable IdentityMethod identity() {
        return identity;
    }

    /** What the person was asked and has not answered. */
    public @Nullable Question question() {
        return question == null ? null : question.about();
    }

    /** Whether the data protection officer's stop stands. */
    public boolean isStopped() {
        return stopped;
    }

    /** Whether the limit passed without an answer. */
    public boolean isOverdue() {
        return overdue;
    }

    /** The refusal, where it was refused. */
    public @Nullable RequestRefused refusal() {
        return refusal;
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
