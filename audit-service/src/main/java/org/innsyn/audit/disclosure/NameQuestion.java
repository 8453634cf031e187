package org.innsyn.audit.disclosure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.innsyn.audit.disclosure.NameCommand.AdviseOnName;
import org.innsyn.audit.disclosure.NameCommand.AskName;
import org.innsyn.audit.disclosure.NameCommand.DecideName;
import org.innsyn.audit.disclosure.NameEvent.NameAdvised;
import org.innsyn.audit.disclosure.NameEvent.NameAsked;
import org.innsyn.audit.disclosure.NameEvent.NameDecided;
import org.jspecify.annotations.Nullable;

/**
 * Whether the person behind one log entry is named. Guarantees: the officer is heard before it is decided; who advised, and who looked, does not decide; what
 * was told is told for good, while a refusal can be decided anew.
 */
public class NameQuestion {

    @AggregateIdentifier
    private EntryId entry;

    private UUID actor;
    private boolean told;
    private final Set<UUID> advisers = new HashSet<>();
    private @Nullable State state;

    /** How a question stands. @param tell what was decided; null until it was */
    public record State(EntryId entry, UUID ledger, UUID actor, Instant askedAt, @Nullable Boolean tell) {}

    /** Not asked yet. Axon fills it from events. */
    public NameQuestion() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AskName command) {
        if (entry == null) {
            apply(new NameAsked(command.entry(), command.ledger(), command.actor(), command.finding(), command.why(), command.at()));
        }
    }

    @CommandHandler
    void handle(AdviseOnName command) {
        refuse(command.version(), command.by());
        apply(new NameAdvised(entry, command.tell(), command.why(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(DecideName command) {
        refuse(command.version(), command.by());
        if (advisers.isEmpty()) {
            throw new NameRefused("not-now", "The data protection officer has to be heard first.");
        }
        if (advisers.contains(command.by())) {
            throw new NameRefused("same-person", "You advised on this, so somebody else has to decide it.");
        }
        apply(new NameDecided(entry, command.tell(), command.why(), command.by(), command.at()));
    }

    private void refuse(long version, UUID by) {
        if (version != AggregateLifecycle.getVersion()) {
            throw new NameRefused("stale", "Somebody changed it meanwhile. Look at it again and decide anew.");
        }
        if (told) {
            throw new NameRefused("not-now", "The name was told, and that cannot be taken back.");
        }
        if (by.equals(actor)) {
            throw new NameRefused("same-person", "It is about your own access, so somebody else has to handle it.");
        }
    }

    @EventSourcingHandler
    void on(NameAsked event) {
        entry = event.entry();
        actor = event.actor();
        state = new State(entry, event.ledger(), actor, event.askedAt(), null);
    }

    @EventSourcingHandler
    void on(NameAdvised event) {
        advisers.add(event.by());
    }

    @EventSourcingHandler
    void on(NameDecided event) {
        told = event.tell();
        state = new State(entry, state.ledger(), actor, state.askedAt(), event.tell());
    }

    /** How it stands after what was applied to it in this unit of work. */
    public State state() {
        return state;
    }
}
