package org.innsyn.dsr.request;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.innsyn.dsr.request.Rejected.Reason;
import org.innsyn.dsr.request.RequestCommand.GiveOpinion;
import org.innsyn.dsr.request.RequestCommand.LiftStop;
import org.innsyn.dsr.request.RequestCommand.StopRequest;
import org.innsyn.dsr.request.RequestEvent.OpinionGiven;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestRefused;
import org.innsyn.dsr.request.RequestEvent.RequestReopened;
import org.innsyn.dsr.request.RequestEvent.RequestStopped;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.dsr.request.RequestEvent.RequestWithdrawn;
import org.innsyn.dsr.request.RequestEvent.StopLifted;
import org.jspecify.annotations.Nullable;

/**
 * What the data protection officer says about a request: comments, objects, stops an approval, and never gives one (GDPR Art. 38(6), 39).
 * Part of {@link DataSubjectRequest}.
 */
class Advice {

    private @Nullable Party person;
    private boolean undecided = true;
    private boolean stopped;
    private final Set<Party> advisers = new HashSet<>();

    /** Also about what is closed: a watchdog is not bound to the desk's pace. */
    @CommandHandler
    void handle(GiveOpinion command) {
        Guards.refuseStale(command.version());
        Guards.refuseSelf(command.by(), person);
        apply(new OpinionGiven(command.request(), command.opinion(), command.said(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(StopRequest command) {
        if (!undecided) {
            throw Guards.alreadyDecided();
        }
        if (stopped) {
            throw Guards.notNow("This request is stopped already. Nothing was changed.");
        }
        Guards.refuseStale(command.version());
        Guards.refuseSelf(command.by(), person);
        apply(new RequestStopped(command.request(), command.said(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(LiftStop command) {
        if (!stopped) {
            throw Guards.notNow("No stop stands, so there is none to lift. Nothing was changed.");
        }
        Guards.refuseStale(command.version());
        Guards.refuseSelf(command.by(), person);
        apply(new StopLifted(command.request(), command.said(), command.by(), command.at()));
    }

    void refuseStopped() {
        if (stopped) {
            throw new Rejected(Reason.STOPPED,
                    "The data protection officer stopped this request. Nothing was changed; what to do is said in the history, and the officer can lift the stop.");
        }
    }

    /** Who advises does not decide (GDPR Art. 38(6)). */
    void refuseAdviser(Party by) {
        if (advisers.contains(by)) {
            throw new Rejected(Reason.SAME_PERSON,
                    "You advised on this request as data protection officer, so somebody else has to decide it (GDPR Art. 38(6)). Nothing was changed.");
        }
    }

    @EventSourcingHandler
    void on(RequestSubmitted event) {
        person = event.by();
    }

    @EventSourcingHandler
    void on(OpinionGiven event) {
        advisers.add(event.by());
    }

    @EventSourcingHandler
    void on(RequestStopped event) {
        stopped = true;
        advisers.add(event.by());
    }

    @EventSourcingHandler
    void on(StopLifted event) {
        stopped = false;
        advisers.add(event.by());
    }

    @EventSourcingHandler
    void on(RequestApproved event) {
        undecided = false;
    }

    @EventSourcingHandler
    void on(RequestRefused event) {
        undecided = false;
    }

    @EventSourcingHandler
    void on(RequestWithdrawn event) {
        undecided = false;
    }

    @EventSourcingHandler
    void on(RequestReopened event) {
        undecided = true;
    }
}
