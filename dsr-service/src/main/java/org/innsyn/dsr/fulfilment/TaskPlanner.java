package org.innsyn.dsr.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.dsr.calendar.Deadline;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.correction.Corrections;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.RequestEvent.CopyMade;
import org.innsyn.dsr.request.RequestEvent.DeadlinesMoved;
import org.innsyn.dsr.request.RequestEvent.DuplicateJoined;
import org.innsyn.dsr.request.RequestEvent.ExtensionUndelivered;
import org.innsyn.dsr.request.RequestEvent.HeldResumed;
import org.innsyn.dsr.request.RequestEvent.PeriodExtended;
import org.innsyn.dsr.request.RequestEvent.PersonAnswered;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestReopened;
import org.innsyn.dsr.request.RequestEvent.RequestRerun;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.springframework.stereotype.Component;

/** Turns events into tasks, in the event's own transaction: there is no decision without its tasks, and no task without a decision. */
@Component
class TaskPlanner {

    private final TaskQueue queue;
    private final LegalClock legalClock;
    private final Connectors connectors;
    private final Corrections corrections;

    TaskPlanner(TaskQueue queue, LegalClock legalClock, Connectors connectors, Corrections corrections, EventStore events) {
        this.queue = queue;
        this.legalClock = legalClock;
        this.connectors = connectors;
        this.corrections = corrections;
        events.subscribe(messages -> messages.forEach(message -> plan(message.getPayload())));
    }

    private void plan(Object event) {
        switch (event) {
            case RequestSubmitted it -> {
                queue.add(it.request(), TaskKind.DISCOVER, null, it.at());
                watch(it.request(), it.deadline());
            }
            case RequestReopened it -> {
                queue.add(it.request(), TaskKind.DISCOVER, null, it.at());
                watch(it.request(), it.deadline());
            }
            case DuplicateJoined it -> watch(it.request(), it.deadline());
            case PersonAnswered it -> watch(it.request(), it.deadline());
            case PeriodExtended it -> watch(it.request(), it.deadline());
            case ExtensionUndelivered it -> watch(it.request(), it.deadline());
            case DeadlinesMoved it -> watch(it.request(), it.deadline());
            case RequestApproved it -> {
                corrections.decide(it.request());
                carryOut(it.request(), it.right(), it.decisions(), it.at());
            }
            case RequestRerun it -> carryOut(it.request(), it.right(), it.decisions(), it.at());
            case HeldResumed it -> carryOut(it.request(), it.right(), it.decisions(), it.at());
            case CopyMade it -> queue.add(it.request(), TaskKind.EXPIRE, null, it.copy().expiresAt());
            default -> {}
        }
    }

    /** A date that has moved since is looked at for nothing: the request knows whether there is something to note. */
    private void watch(RequestId request, Deadline deadline) {
        queue.add(request, TaskKind.DEADLINE, null, legalClock.endOf(deadline.target()));
        queue.add(request, TaskKind.DEADLINE, null, legalClock.endOf(deadline.limit()));
    }

    private void carryOut(RequestId request, Right right, List<Decision> decisions, Instant at) {
        if (decisions.isEmpty()) {
            return;
        }
        switch (right) {
            case ACCESS, PORTABILITY -> queue.add(request, TaskKind.COPY, null, at);
            case ERASURE -> new TreeSet<>(decisions.stream().map(decision -> decision.item().system()).toList())
                    .forEach(system -> queue.add(request, isAccessLog(system) ? TaskKind.LEDGER : TaskKind.ERASE, system, at));
            // What a system has a place for is marked there; people do the rest, and say what they did.
            case RESTRICTION -> decisions.stream().filter(decision -> decision.outcome() == Outcome.RESTRICT).map(Decision::item).filter(this::isRestrictable)
                    .map(ItemKey::system).distinct().sorted().forEach(system -> queue.add(request, TaskKind.RESTRICT, system, at));
            // What was named field by field is corrected where a system can; people do the rest.
            case RECTIFICATION -> corrections.decided(request, decisions.stream().filter(decision -> decision.outcome() == Outcome.CORRECT).map(Decision::item).toList()).stream()
                    .map(correction -> correction.item().system()).distinct().sorted().forEach(system -> queue.add(request, TaskKind.RECTIFY, system, at));
            case OBJECTION, HUMAN_REVIEW, CONSENT_WITHDRAWAL -> {}
        }
    }

    private boolean isRestrictable(ItemKey item) {
        return connectors.all().stream().anyMatch(connector -> connector.restrictable().contains(item));
    }

    private static boolean isAccessLog(String system) {
        return system.equals(ItemKey.ACCESS_LOG.system());
    }
}
