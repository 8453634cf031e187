package org.innsyn.dsr.hold;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.innsyn.dsr.hold.HoldCommand.PlaceHold;
import org.innsyn.dsr.hold.HoldCommand.ReleaseHold;
import org.innsyn.dsr.hold.HoldCommand.ReviewHold;
import org.innsyn.dsr.hold.HoldEvent.HoldPlaced;
import org.innsyn.dsr.hold.HoldEvent.HoldReleased;
import org.innsyn.dsr.hold.HoldEvent.HoldReviewed;
import org.innsyn.dsr.request.Rejected;
import org.innsyn.dsr.request.Rejected.Reason;

/**
 * One legal hold and the rules of its life (rule R17): it names a ground of the law, an owner and a day somebody looks at it again, and once
 * released it never stands again.
 */
public class LegalHold {

    @AggregateIdentifier
    private HoldId id;

    private boolean released;

    LegalHold() {}

    @CommandHandler
    LegalHold(PlaceHold command, HoldRules rules) {
        if (!rules.grounds().contains(command.ground())) {
            throw invalid("A hold is no ground itself: ground is one of " + String.join(", ", rules.grounds()) + " (" + rules.source() + ").");
        }
        if (!command.owner().matches("[a-z0-9][a-z0-9/-]{0,59}")) {
            throw invalid("owner is the unit that answers for the hold, a code such as legal; nobody's name.");
        }
        check(command.reviewOn(), command.today(), rules);
        apply(new HoldPlaced(
                command.hold(), command.scope(), command.ground(), command.owner(), command.reviewOn(), rules.name(), command.said(), command.by(),
                command.at()));
    }

    @CommandHandler
    void handle(ReviewHold command, HoldRules rules) {
        refuse(command.version());
        check(command.reviewOn(), command.today(), rules);
        apply(new HoldReviewed(id, command.reviewOn(), command.said(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(ReleaseHold command) {
        refuse(command.version());
        apply(new HoldReleased(id, command.said(), command.by(), command.at()));
    }

    private void refuse(long version) {
        if (released) {
            throw new Rejected(Reason.NOT_NOW, "This hold is released. Nothing was changed; place another one if something has to be kept again.");
        }
        if (version != getVersion()) {
            throw new Rejected(Reason.STALE, "Somebody changed this hold in the meantime. Nothing was changed; look at it again.");
        }
    }

    private static void check(LocalDate reviewOn, LocalDate today, HoldRules rules) {
        if (!reviewOn.isAfter(today) || reviewOn.isAfter(rules.latestReview(today))) {
            throw invalid("reviewOn is a day to come, within " + rules.reviewWithinMonths() + " months.");
        }
    }

    private static Rejected invalid(String message) {
        return new Rejected(Reason.INVALID, message + " Nothing was changed.");
    }

    @EventSourcingHandler
    void on(HoldPlaced event) {
        id = event.hold();
    }

    @EventSourcingHandler
    void on(HoldReleased event) {
        released = true;
    }
}
