package org.innsyn.audit.breach;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.innsyn.audit.breach.BreachCommand.CloseBreach;
import org.innsyn.audit.breach.BreachCommand.DecideAuthority;
import org.innsyn.audit.breach.BreachCommand.DecidePersons;
import org.innsyn.audit.breach.BreachCommand.OpenBreach;
import org.innsyn.audit.breach.BreachCommand.ReopenBreach;
import org.innsyn.audit.breach.BreachCommand.StateFacts;
import org.innsyn.audit.breach.BreachEvent.AuthorityDecided;
import org.innsyn.audit.breach.BreachEvent.BreachClosed;
import org.innsyn.audit.breach.BreachEvent.BreachOpened;
import org.innsyn.audit.breach.BreachEvent.BreachReopened;
import org.innsyn.audit.breach.BreachEvent.FactsStated;
import org.innsyn.audit.breach.BreachEvent.PersonsDecided;
import org.jspecify.annotations.Nullable;

/**
 * One personal data breach. Guarantees: it is not closed before the facts are stated and both decisions are on record; not to tell, and to tell late,
 * always has a reason; the 72 hours are never moved.
 */
public class Breach {

    /** GDPR Art. 33(1). Plain hours: holidays do not count for a period in hours as this one is used (EDPB Guidelines 9/2022). */
    public static final Duration NOTIFY_WITHIN = Duration.ofHours(72);

    @AggregateIdentifier
    private BreachId id;

    private Instant awareAt;
    private boolean factsStated;
    private boolean authorityDecided;
    private boolean personsDecided;
    private boolean closed;

    /** Not opened yet. Axon fills it from events. */
    public Breach() {}

    /** Until when the authority is to be notified. */
    public static Instant notifyBy(Instant awareAt) {
        return awareAt.plus(NOTIFY_WITHIN);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenBreach command) {
        if (id != null) {
            return; // the same finding, concluded so once more
        }
        refuseFuture(command.awareAt(), command.at());
        apply(new BreachOpened(command.breach(), command.finding(), command.awareAt(), command.what(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(StateFacts command) {
        requireOpen(command.version());
        if (command.kinds().isEmpty() || command.people() < 0 || command.records() < 0) {
            throw new BreachRefused("invalid", "Say what was broken, and about how many people and records.");
        }
        if (command.happenedAt() != null) {
            refuseFuture(command.happenedAt(), command.at());
        }
        apply(new FactsStated(id, command.happenedAt(), command.kinds(), command.categories(), command.people(), command.records(), command.what(),
                command.consequences(), command.measures(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(DecideAuthority command) {
        requireOpen(command.version());
        boolean late = command.toldAt() != null && command.toldAt().isAfter(notifyBy(awareAt));
        apply(new AuthorityDecided(id, told(command.told(), command.toldAt(), late, command.reason(), command.at()), command.by(), command.at()));
    }

    @CommandHandler
    void handle(DecidePersons command) {
        requireOpen(command.version());
        apply(new PersonsDecided(id, told(command.told(), command.toldAt(), false, command.reason(), command.at()), command.by(), command.at()));
    }

    private Told told(boolean told, @Nullable Instant at, boolean late, @Nullable UUID reason, Instant now) {
        if (told != (at != null)) {
            throw new BreachRefused("invalid", "When they were told is needed if they were, and only then.");
        }
        if (at != null) {
            refuseFuture(at, now);
            if (at.isBefore(awareAt)) {
                throw new BreachRefused("invalid", "That was before anybody knew of it.");
            }
        }
        if ((!told || late) && reason == null) {
            throw new BreachRefused("invalid", "Not to tell, or to tell late, needs a reason (GDPR Art. 33(1), 34).");
        }
        return new Told(told, at, late, reason);
    }

    @CommandHandler
    void handle(CloseBreach command) {
        requireOpen(command.version());
        if (!factsStated || !authorityDecided || !personsDecided) {
            throw new BreachRefused("not-now", "What happened, and whether the authority and the people concerned were told, has to be on record first (GDPR Art. 33(5)).");
        }
        apply(new BreachClosed(id, command.by(), command.at()));
    }

    @CommandHandler
    void handle(ReopenBreach command) {
        refuseStale(command.version());
        if (!closed) {
            throw new BreachRefused("not-now", "It is open.");
        }
        apply(new BreachReopened(id, command.by(), command.at()));
    }

    private void requireOpen(long version) {
        refuseStale(version);
        if (closed) {
            throw new BreachRefused("not-now", "It is closed. Open it again first.");
        }
    }

    private static void refuseStale(long version) {
        if (version != AggregateLifecycle.getVersion()) {
            throw new BreachRefused("stale", "Somebody changed it meanwhile. Look at it again and decide anew.");
        }
    }

    private static void refuseFuture(Instant moment, Instant now) {
        if (moment.isAfter(now)) {
            throw new BreachRefused("invalid", "That time has not come yet.");
        }
    }

    @EventSourcingHandler
    void on(BreachOpened event) {
        id = event.breach();
        awareAt = event.awareAt();
    }

    @EventSourcingHandler
    void on(FactsStated event) {
        factsStated = true;
    }

    @EventSourcingHandler
    void on(AuthorityDecided event) {
        authorityDecided = true;
    }

    @EventSourcingHandler
    void on(PersonsDecided event) {
        personsDecided = true;
    }

    @EventSourcingHandler
    void on(BreachClosed event) {
        closed = true;
    }

    @EventSourcingHandler
    void on(BreachReopened event) {
        closed = false;
    }
}
