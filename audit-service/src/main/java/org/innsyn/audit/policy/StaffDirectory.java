package org.innsyn.audit.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.innsyn.audit.policy.PolicyCommand.ReplaceDirectory;
import org.innsyn.audit.policy.PolicyEvent.DirectoryChanged;

/** Who belonged to which unit, with which role and in which groups, from when to when. */
public class StaffDirectory {

    /** There is one. */
    public static final UUID ID = UUID.fromString("00000000-0000-4000-8000-007374616666");

    @AggregateIdentifier
    private UUID id;

    private int revision;
    private final Set<Assignment> assignments = new TreeSet<>();

    /** Nobody in it yet. Axon fills it from events. */
    public StaffDirectory() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReplaceDirectory command) {
        var entered = new TreeSet<>(command.assignments());
        entered.removeAll(assignments);
        var withdrawn = new TreeSet<>(assignments);
        withdrawn.removeAll(new TreeSet<>(command.assignments()));
        if (entered.isEmpty() && withdrawn.isEmpty()) {
            throw new PolicyRefused("unchanged", "The directory says so already.");
        }
        apply(new DirectoryChanged(ID, revision + 1, List.copyOf(entered), List.copyOf(withdrawn), command.by(), command.at()));
    }

    @EventSourcingHandler
    void on(DirectoryChanged event) {
        id = event.directory();
        revision = event.revision();
        event.withdrawn().forEach(assignments::remove);
        assignments.addAll(event.entered());
    }
}
