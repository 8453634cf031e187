package org.innsyn.audit.oversight;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.innsyn.audit.oversight.FindingCommand.AddOccurrences;
import org.innsyn.audit.oversight.FindingCommand.AssignFinding;
import org.innsyn.audit.oversight.FindingCommand.ConcludeFinding;
import org.innsyn.audit.oversight.FindingCommand.ReopenFinding;
import org.innsyn.audit.oversight.FindingEvent.FindingAssigned;
import org.innsyn.audit.oversight.FindingEvent.FindingConcluded;
import org.innsyn.audit.oversight.FindingEvent.FindingRaised;
import org.innsyn.audit.oversight.FindingEvent.FindingReopened;
import org.innsyn.audit.oversight.FindingEvent.OccurrencesFound;
import org.innsyn.schemas.oversight.FindingState;

/** Something somebody should look at. It folds what happens again on the same day, and opens itself when more is found after its conclusion. */
public class Finding {

    @AggregateIdentifier
    private FindingId id;

    private FindingHead head;

    /** Not raised yet. Axon fills it from events. */
    public Finding() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddOccurrences command) {
        if (head == null) {
            apply(new FindingRaised(command.finding(), command.about(), command.unit(), command.at()));
        } else if (head.state() == FindingState.CONCLUDED) {
            apply(new FindingReopened(id, null, command.at()));
        }
        apply(new OccurrencesFound(command.finding(), command.entries(), command.figures(), command.at()));
    }

    @CommandHandler
    void handle(AssignFinding command) {
        require(command.version(), FindingState.OPEN, "It is concluded. Open it again first.");
        if (!command.to().equals(head.assignee())) {
            apply(new FindingAssigned(id, command.to(), command.at()));
        }
    }

    @CommandHandler
    void handle(ConcludeFinding command) {
        require(command.version(), FindingState.OPEN, "It is concluded already. Open it again to conclude otherwise.");
        apply(new FindingConcluded(id, command.conclusion(), command.reason(), command.note(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(ReopenFinding command) {
        require(command.version(), FindingState.CONCLUDED, "It is open.");
        apply(new FindingReopened(id, command.by(), command.at()));
    }

    private void require(long version, FindingState state, String otherwise) {
        if (version != AggregateLifecycle.getVersion()) {
            throw new FindingRefused("stale", "Somebody changed it meanwhile. Look at it again and decide anew.");
        }
        if (head.state() != state) {
            throw new FindingRefused("not-now", otherwise);
        }
    }

    @EventSourcingHandler
    void on(FindingRaised event) {
        id = event.finding();
        head = new FindingHead(id, 0, event.about(), event.unit(), event.raisedAt(), null, null, 0, Map.of(), FindingState.OPEN, null, null);
    }

    @EventSourcingHandler
    void on(OccurrencesFound event) {
        Instant first = head.firstAt();
        Instant last = head.lastAt();
        for (var each : event.entries()) {
            first = first == null || each.occurredAt().isBefore(first) ? each.occurredAt() : first;
            last = last == null || each.occurredAt().isAfter(last) ? each.occurredAt() : last;
        }
        head = head.with(first, last, head.occurrences() + event.entries().size(), event.figures());
    }

    @EventSourcingHandler
    void on(FindingAssigned event) {
        head = head.assignedTo(event.to());
    }

    @EventSourcingHandler
    void on(FindingConcluded event) {
        head = head.concluded(new FindingHead.End(event.conclusion(), event.reason(), event.note(), event.by(), event.concludedAt()));
    }

    @EventSourcingHandler
    void on(FindingReopened event) {
        head = head.opened();
    }

    /** Where the finding stands after what was applied to it in this unit of work. */
    public FindingHead head() {
        return head.at(AggregateLifecycle.getVersion());
    }
}
