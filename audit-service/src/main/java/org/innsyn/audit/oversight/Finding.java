package org.innsyn.audit.oversight;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.innsyn.audit.oversight.FindingCommand.AddMissing;
import org.innsyn.audit.oversight.FindingCommand.AddOccurrences;
import org.innsyn.audit.oversight.FindingCommand.AssignFinding;
import org.innsyn.audit.oversight.FindingCommand.ConcludeFinding;
import org.innsyn.audit.oversight.FindingCommand.NoteArrival;
import org.innsyn.audit.oversight.FindingCommand.ReopenFinding;
import org.innsyn.audit.oversight.FindingEvent.FindingAssigned;
import org.innsyn.audit.oversight.FindingEvent.FindingConcluded;
import org.innsyn.audit.oversight.FindingEvent.FindingRaised;
import org.innsyn.audit.oversight.FindingEvent.FindingReopened;
import org.innsyn.audit.oversight.FindingEvent.MissingArrived;
import org.innsyn.audit.oversight.FindingEvent.MissingNoticed;
import org.innsyn.audit.oversight.FindingEvent.OccurrencesFound;
import org.innsyn.schemas.oversight.FindingState;
import org.jspecify.annotations.Nullable;

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
        open(command.finding(), command.about(), command.unit(), command.at());
        apply(new OccurrencesFound(command.finding(), command.entries(), command.figures(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddMissing command) {
        open(command.finding(), command.about(), null, command.at());
        apply(new MissingNoticed(command.finding(), command.missing(), command.figures(), command.at()));
    }

    /** Opens nothing: that it came is no reason to look again. */
    @CommandHandler
    void handle(NoteArrival command) {
        apply(new MissingArrived(id, command.arrived(), command.figures(), command.at()));
    }

    private void open(FindingId finding, FindingSubject about, @Nullable String unit, Instant at) {
        if (head == null) {
            apply(new FindingRaised(finding, about, unit, at));
        } else if (head.state() == FindingState.CONCLUDED) {
            apply(new FindingReopened(id, null, at));
        }
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
        fold(event.entries().stream().map(Occurrence::occurredAt).toList(), event.figures());
    }

    @EventSourcingHandler
    void on(MissingNoticed event) {
        fold(event.missing().stream().map(Missing::noticedAt).toList(), event.figures());
    }

    @EventSourcingHandler
    void on(MissingArrived event) {
        fold(List.of(), event.figures());
    }

    private void fold(List<Instant> moments, Map<String, Long> figures) {
        Instant first = head.firstAt();
        Instant last = head.lastAt();
        for (var each : moments) {
            first = first == null || each.isBefore(first) ? each : first;
            last = last == null || each.isAfter(last) ? each : last;
        }
        head = head.with(first, last, head.occurrences() + moments.size(), figures);
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
