package org.innsyn.dsr.request;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

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
import org.innsyn.dsr.request.Rejected.Reason;
import org.innsyn.dsr.request.RequestCommand.ApproveRequest;
import org.innsyn.dsr.request.RequestCommand.AssessRequest;
import org.innsyn.dsr.request.RequestCommand.ExpireCopy;
import org.innsyn.dsr.request.RequestCommand.FetchCopy;
import org.innsyn.dsr.request.RequestCommand.PrepareRequest;
import org.innsyn.dsr.request.RequestCommand.RecordBeyondRecovery;
import org.innsyn.dsr.request.RequestCommand.RecordResults;
import org.innsyn.dsr.request.RequestCommand.RefuseRequest;
import org.innsyn.dsr.request.RequestCommand.RerunRequest;
import org.innsyn.dsr.request.RequestCommand.SubmitRequest;
import org.innsyn.dsr.request.RequestCommand.WithdrawRequest;
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
import org.innsyn.dsr.request.State.Assessed;
import org.innsyn.dsr.request.State.Closed;
import org.innsyn.dsr.request.State.InProgress;
import org.innsyn.dsr.request.State.PartlyDone;
import org.innsyn.dsr.request.State.Prepared;
import org.innsyn.dsr.request.State.Submitted;
import org.innsyn.dsr.request.State.Work;
import org.innsyn.schemas.request.Right;

/**
 * One request and the rules of its life. Holds no personal data, so nothing of it needs erasing.
 *
 * <p>Guarantees: nobody decides what they prepared, or about themselves; nothing is carried out that was not approved; a request is
 * complete only when every item was read back.
 */
public class DataSubjectRequest {

    @AggregateIdentifier
    private RequestId id;

    private Right right;
    private Party person;
    private State state;
    /** Destroyed by their keys, and not yet beyond recovery from backups. */
    private final Set<ItemKey> unreadable = new HashSet<>();

    DataSubjectRequest() {}

    @CommandHandler
    DataSubjectRequest(SubmitRequest command) {
        apply(new RequestSubmitted(
                command.request(), command.reference(), command.right(), command.by(), command.deadline(), command.at()));
    }

    @CommandHandler
    void handle(AssessRequest command) {
        if (state instanceof Submitted) {
            apply(new RequestAssessed(id, command.holdings(), command.at()));
        }
        // Otherwise it was assessed already, or taken back while the systems were searched.
    }

    @CommandHandler
    void handle(PrepareRequest command) {
        var holdings = switch (state) {
            case Assessed assessed -> assessed.holdings();
            case Prepared prepared -> prepared.holdings();
            case Submitted _ -> throw notNow("The systems are still being searched. Nothing was changed; try again in a moment.");
            case InProgress _, PartlyDone _, Closed _ -> throw alreadyDecided();
        };
        refuseStale(command.version());
        refuseSelf(command.by());
        Proposals.check(command.decisions(), holdings);
        apply(new RequestPrepared(id, command.decisions(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(ApproveRequest command) {
        var prepared = switch (state) {
            case Prepared it -> it;
            case Submitted _, Assessed _ -> throw notNow("A case-handler has to propose something first. Nothing was changed.");
            case InProgress _, PartlyDone _, Closed _ -> throw alreadyDecided();
        };
        refuseStale(command.version());
        refuseSelf(command.by());
        refuseOwnPreparation(prepared, command.by());
        apply(new RequestApproved(id, right, prepared.decisions(), command.ledger(), command.by(), command.at()));
        completeIfNothingIsOpen(command.at());
    }

    @CommandHandler
    void handle(RefuseRequest command) {
        switch (state) {
            case Prepared prepared -> refuseOwnPreparation(prepared, command.by());
            case Submitted _, Assessed _ -> {}
            case InProgress _, PartlyDone _, Closed _ -> throw alreadyDecided();
        }
        refuseStale(command.version());
        refuseSelf(command.by());
        apply(new RequestRefused(id, command.by(), command.at()));
    }

    @CommandHandler
    void handle(WithdrawRequest command) {
        if (!command.by().equals(person)) {
            throw new Rejected(Reason.NOT_THEIRS, "Only the person who asked can take a request back.");
        }
        switch (state) {
            case Submitted _, Assessed _, Prepared _ -> refuseStale(command.version());
            case InProgress _, PartlyDone _, Closed _ -> throw alreadyDecided();
        }
        apply(new RequestWithdrawn(id, command.by(), command.at()));
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
            }
        }
        completeIfNothingIsOpen(command.at());
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
            throw notNow("Nothing of this request failed, so there is nothing to run again.");
        }
        refuseStale(command.version());
        refuseSelf(command.by());
        apply(new RequestRerun(id, right, partly.work().only(partly.failed()), partly.work().ledger(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(FetchCopy command) {
        if (!command.by().equals(person)) {
            throw new Rejected(Reason.NOT_THEIRS, "Only the person who asked can fetch the copy.");
        }
        if (!(state instanceof Closed closed && closed.copyLiesReady())) {
            throw notNow("There is no copy to fetch: it is not made yet, or its time is over. You can ask for a new one.");
        }
        apply(new CopyFetched(id, command.by(), command.at()));
    }

    @CommandHandler
    void handle(ExpireCopy command) {
        if (state instanceof Closed closed && closed.copyLiesReady()) {
            apply(new CopyExpired(id, command.at()));
        }
    }

    private void completeIfNothingIsOpen(java.time.Instant at) {
        if (!(state instanceof InProgress running) || !running.open().isEmpty()) {
            return;
        }
        apply(running.failed().isEmpty()
                ? new RequestCompleted(id, at)
                : new RequestPartlyDone(id, running.failed().stream().sorted().toList(), at));
    }

    private void refuseStale(long version) {
        if (version != getVersion()) {
            throw new Rejected(Reason.STALE, "Somebody changed this request in the meantime. Nothing was changed; look at it again and decide anew.");
        }
    }

    private void refuseSelf(Party by) {
        if (by.equals(person)) {
            throw new Rejected(Reason.SAME_PERSON, "Nobody handles their own request. Nothing was changed; somebody else has to do it.");
        }
    }

    private static void refuseOwnPreparation(Prepared prepared, Party by) {
        if (prepared.by().equals(by)) {
            throw new Rejected(Reason.SAME_PERSON, "You prepared this request, so somebody else has to decide it. Nothing was changed.");
        }
    }

    private static Rejected notNow(String message) {
        return new Rejected(Reason.NOT_NOW, message);
    }

    private static Rejected alreadyDecided() {
        return notNow("This request is decided or closed. Nothing was changed.");
    }

    @EventSourcingHandler
    void on(RequestSubmitted event) {
        id = event.request();
        right = event.right();
        person = event.by();
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
        state = new InProgress(new Work(event.decisions(), event.ledger()), items(event.decisions()), Set.of());
    }

    @EventSourcingHandler
    void on(RequestRerun event) {
        if (state instanceof PartlyDone partly) {
            state = new InProgress(partly.work(), items(event.decisions()), Set.of());
        }
    }

    @EventSourcingHandler
    void on(ItemCarriedOut event) {
        if (event.result().unreadableSince() != null) {
            unreadable.add(event.result().item());
        }
        if (state instanceof InProgress running) {
            state = new InProgress(running.work(), without(running.open(), event.result().item()), running.failed());
        }
    }

    @EventSourcingHandler
    void on(ItemBeyondRecovery event) {
        unreadable.remove(event.item());
    }

    @EventSourcingHandler
    void on(ItemFailed event) {
        if (state instanceof InProgress running) {
            var failed = new HashSet<>(running.failed());
            failed.add(event.result().item());
            state = new InProgress(running.work(), without(running.open(), event.result().item()), failed);
        }
    }

    @EventSourcingHandler
    void on(RequestPartlyDone event) {
        if (state instanceof InProgress running) {
            state = new PartlyDone(running.work(), Set.copyOf(event.failed()));
        }
    }

    @EventSourcingHandler
    void on(RequestCompleted event) {
        state = new Closed(right == Right.ACCESS);
    }

    @EventSourcingHandler
    void on(RequestRefused event) {
        state = new Closed(false);
    }

    @EventSourcingHandler
    void on(RequestWithdrawn event) {
        state = new Closed(false);
    }

    @EventSourcingHandler
    void on(CopyExpired event) {
        state = new Closed(false);
    }

    private static Set<ItemKey> items(List<Decision> decisions) {
        return decisions.stream().map(Decision::item).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<ItemKey> without(Set<ItemKey> items, ItemKey item) {
        var rest = new LinkedHashSet<>(items);
        rest.remove(item);
        return rest;
    }
}
