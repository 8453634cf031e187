package org.innsyn.audit.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.innsyn.audit.policy.PolicyCommand.PublishTable;
import org.innsyn.audit.policy.PolicyEvent.TablePublished;

/** The succession of access control tables. What was judged stays judged: a version never begins before it is published. */
public class AccessControl {

    /** There is one. */
    public static final UUID ID = UUID.fromString("00000000-0000-4000-8000-706f6c696379");

    @AggregateIdentifier
    private UUID id;

    private int number;
    private String name;
    private Instant validFrom;

    /** Nothing published yet. Axon fills it from events. */
    public AccessControl() {}

    /** The first version may begin whenever it likes: nothing was judged before it. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishTable command) {
        var from = command.validFrom() == null ? command.at() : command.validFrom();
        var next = new AccessControlTable(command.grants()).name();
        if (next.equals(name)) {
            throw new PolicyRefused("unchanged", "The table says what the newest version says.");
        }
        if (number > 0 && from.isBefore(command.at())) {
            throw new PolicyRefused("too-early", "A version may not begin before it is published: what was judged stays judged. "
                    + "policy replay shows what it would have said.");
        }
        if (number > 0 && !from.isAfter(validFrom)) {
            throw new PolicyRefused("too-early", "A version must begin after the version before it, which begins at " + validFrom + ".");
        }
        apply(new TablePublished(ID, number + 1, next, from, command.grants(), command.by(), command.at()));
    }

    @EventSourcingHandler
    void on(TablePublished event) {
        id = event.policy();
        number = event.number();
        name = event.name();
        validFrom = event.validFrom();
    }
}
