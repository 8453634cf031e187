package org.innsyn.dsr.request;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.request.Rejected.Reason;
import org.innsyn.dsr.request.RequestCommand.ApproveRequest;
import org.innsyn.dsr.request.RequestCommand.AssessRequest;
import org.innsyn.dsr.request.RequestCommand.CheckIdentity;
import org.innsyn.dsr.request.RequestCommand.ConfirmByCode;
import org.innsyn.dsr.request.RequestCommand.ExpireCopy;
import org.innsyn.dsr.request.RequestCommand.FetchCopy;
import org.innsyn.dsr.request.RequestCommand.PrepareRequest;
import org.innsyn.dsr.request.RequestCommand.RecordBeyondRecovery;
import org.innsyn.dsr.request.RequestCommand.RecordByHand;
import org.innsyn.dsr.request.RequestCommand.RecordErasedAgain;
import org.innsyn.dsr.request.RequestCommand.RecordResults;
import org.innsyn.dsr.request.RequestCommand.RecordUnrestricted;
import org.innsyn.dsr.request.RequestCommand.RefuseRequest;
import org.innsyn.dsr.request.RequestCommand.ReopenRequest;
import org.innsyn.dsr.request.RequestCommand.RerunRequest;
import org.innsyn.dsr.request.RequestCommand.ResumeHeld;
import org.innsyn.dsr.request.RequestCommand.SubmitRequest;
import org.innsyn.dsr.request.RequestCommand.WithdrawRequest;
import org.innsyn.dsr.request.RequestEvent.CopyExpired;
import org.innsyn.dsr.request.RequestEvent.CopyFetched;
import org.innsyn.dsr.request.RequestEvent.CopyMade;
import org.innsyn.dsr.request.RequestEvent.HeldResumed;
import org.innsyn.dsr.request.RequestEvent.IdentityChecked;
import org.innsyn.dsr.request.RequestEvent.ItemBeyondRecovery;
import org.innsyn.dsr.request.RequestEvent.ItemCarriedOut;
import org.innsyn.dsr.request.RequestEvent.ItemDoneByHand;
import org.innsyn.dsr.request.RequestEvent.ItemErasedAgain;
import org.innsyn.dsr.request.RequestEvent.ItemFailed;
import org.innsyn.dsr.request.RequestEvent.ItemHeld;
import org.innsyn.dsr.request.RequestEvent.ItemUnrestricted;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestAssessed;
import org.innsyn.dsr.request.RequestEvent.RequestCompleted;
import org.innsyn.dsr.request.RequestEvent.RequestPartlyDone;
import org.innsyn.dsr.request.RequestEvent.RequestPrepared;
import org.innsyn.dsr.request.RequestEvent.RequestRefused;
import org.innsyn.dsr.request.RequestEvent.RequestReopened;
import org.innsyn.dsr.request.RequestEvent.RequestRerun;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.dsr.request.RequestEvent.RequestWithdrawn;
import org.innsyn.dsr.request.State.Assessed;
import org.innsyn.dsr.request.State.Closed;
import org.innsyn.dsr.request.State.Done;
import org.innsyn.dsr.request.State.InProgress;
import org.innsyn.dsr.request.State.PartlyDone;
import org.innsyn.dsr.request.State.Prepared;
import org.innsyn.dsr.request.State.Refused;
import org.innsyn.dsr.request.State.Submitted;
import org.innsyn.dsr.request.State.Withdrawn;
import org.innsyn.dsr.request.State.Work;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.IdentityMethod;
import org.innsyn.schemas.request.Right;

/**
 * One request and the rules of its life. Holds no personal data, so nothing of it needs erasing.
 *
 * <p>Guarantees: nobody decides what they prepared or advised on, or about themselves; nothing is carried out that was not approved, and
 * nothing is approved while it is not known who asks, an answer is awaited or the data protection officer's stop stands; a request is complete
 * only when every item was read back, or a person stated what they did. Its clock is {@link RequestClock}, the officer's part {@link Advice}.
 */
public class DataSubjectRequest {

    @AggregateIdentifier
    private RequestId id;

    private Right right;
    private Party person;
    private State state;
    private boolean identityKnown;
    private boolean copyLiesReady;

    @AggregateMember
    private final RequestClock clock = new RequestClock();

    @AggregateMember
    private final Advice advice = new Advice();

    /** Destroyed by their keys, and not yet beyond recovery from backups. */
    private final Set<ItemKey> unreadable = new HashSet<>();

    DataSubjectRequest() {}

    @CommandHandler
    DataSubjectRequest(SubmitRequest command, LegalClock law) {
        Guards.refuseImpossible(command.receivedAt(), Instant.EPOCH, command.recognisedAt());
        Guards.refuseImpossible(command.recognisedAt(), command.receivedAt(), command.at());
        if (command.enteredBy() != null) {
            Guards.refuseSelf(command.enteredBy(), command.person());
        }
        if (!law.covers(command.receivedAt())) {
            throw Guards.invalid("No rules for answering were in force when it was received.");
        }
        apply(new RequestSubmitted(
                command.request(), command.reference(), command.right(), command.person(), command.channel(), command.receivedAt(), command.recognisedAt(),
                command.enteredBy(), law.answerTo(command.receivedAt()), command.at()));
    }

    @CommandHandler
    void handle(AssessRequest command) {
        if (state instanceof Submitted) {
            apply(new RequestAssessed(id, command.holdings(), command.at()));
        }
        // Otherwise it was assessed already, or taken back while the systems were searched.
    }

    /** Checking again, by another way, is never wrong while it is open. */
    @CommandHandler
    void handle(CheckIdentity command) {
        if (state instanceof Closed) {
            throw Guards.closed();
        }
        Guards.refuseStale(command.version());
        Guards.refuseSelf(command.by(), person);
        if (command.method() == IdentityMethod.PORTAL_SESSION) {
            throw Guards.invalid("A portal session counts by itself and is not recorded by hand.");
        }
        if (command.method() == IdentityMethod.ONE_TIME_CODE) {
            throw Guards.invalid("A one-time code is compared by this service and not recorded by hand.");
        }
        apply(new IdentityChecked(id, command.method(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(ConfirmByCode command) {
        if (state instanceof Closed) {
            throw Guards.closed();
        }
        apply(new IdentityChecked(id, IdentityMethod.ONE_TIME_CODE, person, command.at()));
    }

    @CommandHandler
    void handle(PrepareRequest command) {
        var holdings = switch (state) {
            case Assessed assessed -> assessed.holdings();
            case Prepared prepared -> prepared.holdings();
            case Submitted _ -> throw Guards.notNow("The systems are still being searched. Nothing was changed; try again in a moment.");
            case InProgress _, PartlyDone _, Closed _ -> throw Guards.alreadyDecided();
        };
        Guards.refuseStale(command.version());
        Guards.refuseSelf(command.by(), person);
        Proposals.check(right, command.decisions(), holdings);
        apply(new RequestPrepared(id, command.decisions(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(ApproveRequest command) {
        var prepared = switch (state) {
            case Prepared it -> it;
            case Submitted _, Assessed _ -> throw Guards.notNow("A case-handler has to propose something first. Nothing was changed.");
            case InProgress _, PartlyDone _, Closed _ -> throw Guards.alreadyDecided();
        };
        Guards.refuseStale(command.version());
        Guards.refuseSelf(command.by(), person);
        refuseOwnPreparation(prepared, command.by());
        advice.refuseAdviser(command.by());
        advice.refuseStopped();
        clock.refuseOpenQuestion();
        if (!identityKnown) {
            throw new Rejected(Reason.IDENTITY_UNKNOWN,
                    "It was not made sure who asks (GDPR Art. 12(6)). Nothing was changed; record how it was checked, or ask the person.");
        }
        apply(new RequestApproved(id, right, prepared.decisions(), command.ledger(), command.by(), command.at()));
        completeIfNothingIsOpen(command.at());
    }

    @CommandHandler
    void handle(RefuseRequest command, LegalClock law) {
        switch (state) {
            case Prepared prepared -> refuseOwnPreparation(prepared, command.by());
            case Submitted _, Assessed _ -> {}
            case InProgress _, PartlyDone _, Closed _ -> throw Guards.alreadyDecided();
        }
        Guards.refuseStale(command.version());
        Guards.refuseSelf(command.by(), person);
        advice.refuseAdviser(command.by());
        apply(new RequestRefused(id, command.ground(), clock.isLateForRefusal(law, command.at()), command.by(), command.at()));
    }

    @CommandHandler
    void handle(WithdrawRequest command) {
        if (command.channel() == Channel.PORTAL && !command.by().equals(person)) {
            throw new Rejected(Reason.NOT_THEIRS, "Only the person who asked can take a request back.");
        }
        switch (state) {
            case Submitted _, Assessed _, Prepared _ -> Guards.refuseStale(command.version());
            case InProgress _, PartlyDone _, Closed _ -> throw Guards.alreadyDecided();
        }
        if (command.channel() != Channel.PORTAL) {
            Guards.refuseSelf(command.by(), person);
        }
        apply(new RequestWithdrawn(id, command.by(), command.at()));
    }

    /** What was answered keeps its clock: the law gives no second month for the same request. What was taken back starts anew. */
    @CommandHandler
    void handle(ReopenRequest command, LegalClock law) {
        boolean anew = switch (state) {
            case Withdrawn _ -> true;
            case Done _, Refused _ -> false;
            case Submitted _, Assessed _, Prepared _, InProgress _, PartlyDone _ ->
                throw Guards.notNow("This request is open, so there is nothing to reopen. Nothing was changed.");
        };
        Guards.refuseStale(command.version());
        Guards.refuseSelf(command.by(), person);
        Guards.refuseImpossible(command.askedAt(), Instant.EPOCH, command.at());
        apply(clock.reopened(command, anew, law));
    }

    /** Also for what a machine could not do: then it is stated what was done instead. A copy is made whole or not at all. */
    @CommandHandler
    void handle(RecordByHand command) {
        var waiting = switch (state) {
            case InProgress running when Rights.isByHand(right) -> running.open();
            case PartlyDone partly when !Rights.isCopy(right) -> partly.failed();
            case InProgress _, PartlyDone _ -> throw Guards.notNow("This service carries it out itself. Nothing was changed.");
            case Submitted _, Assessed _, Prepared _ -> throw Guards.notNow("Nothing is carried out before it is decided. Nothing was changed.");
            case Closed _ -> throw Guards.closed();
        };
        Guards.refuseStale(command.version());
        Guards.refuseSelf(command.by(), person);
        if (!waiting.contains(command.item())) {
            throw Guards.invalid("Item " + command.item() + " does not wait to be carried out by a person.");
        }
        if (!command.affected().entrySet().stream().allMatch(done -> done.getKey().matches("[a-z][a-z-]{0,39}") && done.getValue() >= 0)) {
            throw Guards.invalid("What was done is counted by codes such as \"corrected\".");
        }
        apply(new ItemDoneByHand(id, command.item(), command.affected(), command.said(), command.by(), command.at()));
        completeIfNothingIsOpen(command.at());
    }

    @CommandHandler
    void handle(RecordResults command) {
        if (!(state instanceof InProgress running)) {
            return; // told again after everything was known
        }
        var news = command.results().stream().filter(result -> running.open().contains(result.item())).toList();
        if (command.copy() != null && !news.isEmpty()) {
            apply(new CopyMade(id, command.copy(), command.at()));
        }
        for (var result : news) {
            switch (result) {
                case ItemResult.CarriedOut done -> apply(new ItemCarriedOut(id, done, command.at()));
                case ItemResult.Failed failed -> apply(new ItemFailed(id, failed, command.at()));
                case ItemResult.Held held -> apply(new ItemHeld(id, held, command.at()));
            }
        }
        completeIfNothingIsOpen(command.at());
    }

    @CommandHandler
    void handle(RecordErasedAgain command) {
        // What was never erased cannot have come back.
        if (right == Right.ERASURE && (state instanceof Done || state instanceof PartlyDone)) {
            apply(new ItemErasedAgain(id, command.result(), command.at()));
        }
    }

    @CommandHandler
    void handle(RecordUnrestricted command) {
        // What was never restricted cannot be lifted.
        if (right == Right.RESTRICTION && (state instanceof Done || state instanceof PartlyDone)) {
            apply(new ItemUnrestricted(id, command.result(), command.at()));
        }
    }

    @CommandHandler
    void handle(RecordBeyondRecovery command) {
        if (unreadable.contains(command.item())) {
            apply(new ItemBeyondRecovery(id, command.item(), command.since(), command.at()));
        }
    }

    @CommandHandler
    void handle(RerunRequest command) {
        if (!(state instanceof PartlyDone partly)) {
            throw Guards.notNow("Nothing of this request failed, so there is nothing to run again.");
        }
        if (partly.failed().isEmpty()) {
            throw Guards.notNow("What is left is on hold and runs by itself when the hold is released, so there is nothing to run again.");
        }
        Guards.refuseStale(command.version());
        Guards.refuseSelf(command.by(), person);
        apply(new RequestRerun(id, right, partly.work().only(partly.failed()), partly.work().ledger(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(ResumeHeld command) {
        var held = switch (state) {
            case InProgress running -> running;
            case PartlyDone partly -> new InProgress(partly.work(), Set.of(), partly.failed(), partly.held());
            case Submitted _, Assessed _, Prepared _, Closed _ -> null;
        };
        if (held == null) {
            return;
        }
        var items = command.items().stream().filter(held.held()::contains).collect(Collectors.toSet());
        if (!items.isEmpty()) {
            apply(new HeldResumed(id, right, held.work().only(items), held.work().ledger(), command.by(), command.at()));
        }
    }

    @CommandHandler
    void handle(FetchCopy command) {
        if (!command.by().equals(person)) {
            throw new Rejected(Reason.NOT_THEIRS, "Only the person who asked can fetch the copy.");
        }
        if (!copyLiesReady) {
            throw Guards.notNow("There is no copy to fetch: it is not made yet, or its time is over. You can ask for a new one.");
        }
        apply(new CopyFetched(id, command.by(), command.at()));
    }

    @CommandHandler
    void handle(ExpireCopy command) {
        if (copyLiesReady) {
            apply(new CopyExpired(id, command.at()));
        }
    }

    private void completeIfNothingIsOpen(Instant at) {
        if (!(state instanceof InProgress running) || !running.open().isEmpty()) {
            return;
        }
        apply(running.failed().isEmpty() && running.held().isEmpty()
                ? new RequestCompleted(id, at)
                : new RequestPartlyDone(id, running.failed().stream().sorted().toList(), at));
    }

    private static void refuseOwnPreparation(Prepared prepared, Party by) {
        if (prepared.by().equals(by)) {
            throw new Rejected(Reason.SAME_PERSON, "You prepared this request, so somebody else has to decide it. Nothing was changed.");
        }
    }

    @EventSourcingHandler
    void on(RequestSubmitted event) {
        id = event.request();
        right = event.right();
        person = event.by();
        identityKnown = event.channel() == Channel.PORTAL;
        state = new Submitted();
    }

    @EventSourcingHandler
    void on(IdentityChecked event) {
        identityKnown = true;
    }

    @EventSourcingHandler
    void on(RequestReopened event) {
        state = new Submitted();
    }

    @EventSourcingHandler
    void on(RequestAssessed event) {
        Map<ItemKey, Holding> holdings = new LinkedHashMap<>();
        event.holdings().forEach(holding -> holdings.put(holding.item(), holding));
        state = new Assessed(holdings);
    }

    @EventSourcingHandler
    void on(RequestPrepared event) {
        var holdings = switch (state) {
            case Assessed assessed -> assessed.holdings();
            case Prepared prepared -> prepared.holdings();
            case Submitted _, InProgress _, PartlyDone _, Closed _ -> Map.<ItemKey, Holding>of();
        };
        state = new Prepared(holdings, event.decisions(), event.by());
    }

    @EventSourcingHandler
    void on(RequestApproved event) {
        state = new InProgress(new Work(event.decisions(), event.ledger()), toDo(event.decisions()), Set.of(), Set.of());
    }

    @EventSourcingHandler
    void on(RequestRerun event) {
        if (state instanceof PartlyDone partly) {
            state = new InProgress(partly.work(), toDo(event.decisions()), Set.of(), partly.held());
        }
    }

    @EventSourcingHandler
    void on(HeldResumed event) {
        var items = toDo(event.decisions());
        switch (state) {
            case InProgress running -> state = new InProgress(running.work(), union(running.open(), items), running.failed(), minus(running.held(), items));
            case PartlyDone partly -> state = new InProgress(partly.work(), items, partly.failed(), minus(partly.held(), items));
            case Submitted _, Assessed _, Prepared _, Closed _ -> {}
        }
    }

    @EventSourcingHandler
    void on(ItemCarriedOut event) {
        if (event.result().unreadableSince() != null) {
            unreadable.add(event.result().item());
        }
        if (state instanceof InProgress running) {
            state = running.without(event.result().item());
        }
    }

    @EventSourcingHandler
    void on(ItemDoneByHand event) {
        switch (state) {
            case InProgress running -> state = running.without(event.item());
            // What is left decides whether it is done: nothing is running any more.
            case PartlyDone partly -> state = new InProgress(partly.work(), Set.of(), State.less(partly.failed(), event.item()), partly.held());
            case Submitted _, Assessed _, Prepared _, Closed _ -> {}
        }
    }

    @EventSourcingHandler
    void on(ItemErasedAgain event) {
        // It is as it was left.
    }

    @EventSourcingHandler
    void on(ItemUnrestricted event) {
        // It is as it was left.
    }

    @EventSourcingHandler
    void on(ItemBeyondRecovery event) {
        unreadable.remove(event.item());
    }

    @EventSourcingHandler
    void on(ItemFailed event) {
        if (state instanceof InProgress running) {
            state = running.failing(event.result().item());
        }
    }

    @EventSourcingHandler
    void on(ItemHeld event) {
        if (state instanceof InProgress running) {
            state = running.holding(event.result().item());
        }
    }

    @EventSourcingHandler
    void on(RequestPartlyDone event) {
        if (state instanceof InProgress running) {
            state = new PartlyDone(running.work(), Set.copyOf(event.failed()), running.held());
        }
    }

    @EventSourcingHandler
    void on(RequestCompleted event) {
        state = new Done();
    }

    @EventSourcingHandler
    void on(RequestRefused event) {
        state = new Refused();
    }

    @EventSourcingHandler
    void on(RequestWithdrawn event) {
        state = new Withdrawn();
    }

    @EventSourcingHandler
    void on(CopyMade event) {
        copyLiesReady = true;
    }

    @EventSourcingHandler
    void on(CopyExpired event) {
        copyLiesReady = false;
    }

    private Set<ItemKey> toDo(List<Decision> decisions) {
        return decisions.stream().filter(decision -> Rights.asksForWork(right, decision)).map(Decision::item).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<ItemKey> minus(Set<ItemKey> items, Set<ItemKey> others) {
        var rest = new LinkedHashSet<>(items);
        rest.removeAll(others);
        return rest;
    }

    private static Set<ItemKey> union(Set<ItemKey> items, Set<ItemKey> others) {
        var all = new LinkedHashSet<>(items);
        all.addAll(others);
        return all;
    }
}
