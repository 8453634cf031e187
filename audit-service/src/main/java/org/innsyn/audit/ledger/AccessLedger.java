package org.innsyn.audit.ledger;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.innsyn.audit.ledger.LedgerCommand.ExpireEntries;
import org.innsyn.audit.ledger.LedgerCommand.OpenLedger;
import org.innsyn.audit.ledger.LedgerCommand.RecordAccess;
import org.innsyn.audit.ledger.LedgerCommand.RestrictLedger;
import org.innsyn.audit.ledger.LedgerCommand.ShredLedger;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.ledger.LedgerEvent.EntriesExpired;
import org.innsyn.audit.ledger.LedgerEvent.LedgerOpened;
import org.innsyn.audit.ledger.LedgerEvent.LedgerRestricted;
import org.innsyn.audit.ledger.LedgerEvent.LedgerShredded;

/**
 * One person's ledger of accesses. Numbers entries densely and links each to the one before, so that none can be left out or moved
 * unseen. Holds no personal data, also not in memory.
 */
public class AccessLedger {

    @AggregateIdentifier
    private LedgerId id;

    private LedgerKind kind;
    private LedgerState state;
    private long slot;
    private long number;
    private long expired;
    private byte[] link;

    /** For Axon, which fills it from events. */
    protected AccessLedger() {}

    @CommandHandler
    public AccessLedger(OpenLedger command) {
        apply(new LedgerOpened(command.ledger(), command.kind(), command.slot(), command.at()));
    }

    @CommandHandler
    void handle(RecordAccess access) {
        if (state == LedgerState.SHREDDED) {
            throw new LedgerIsShredded(id);
        }
        long next = number + 1;
        var facts = access.facts();
        apply(new AccessRecorded(id, next, facts.entry(), link, access.commitment().leaf(id, slot, next, link),
                facts.occurredAt(), facts.recordedAt(), facts.source(), facts.sequence(),
                access.actor(), facts.actorKind(), facts.unit(), facts.role(),
                facts.operation(), facts.object(), facts.categories(), facts.purpose(), facts.legalBasis(),
                facts.verdict(), facts.policyVersion(), state == LedgerState.RESTRICTED, facts.held(),
                facts.ruling(), facts.staff(), facts.remarks()));
    }

    @CommandHandler
    void handle(RestrictLedger command) {
        switch (state) {
            case OPEN -> apply(new LedgerRestricted(id, command.request(), command.at()));
            case RESTRICTED -> { /* asked again: it is so already */ }
            case SHREDDED -> throw new LedgerIsShredded(id);
        }
    }

    @CommandHandler
    void handle(ExpireEntries command) {
        if (command.upTo() > number) {
            throw new IllegalArgumentException("ledger " + id + " has no entry " + command.upTo());
        }
        if (state != LedgerState.SHREDDED && command.upTo() > expired) {
            apply(new EntriesExpired(id, expired, command.upTo(), command.rule(), command.at()));
        }
    }

    @CommandHandler
    void handle(ShredLedger command) {
        if (state != LedgerState.SHREDDED) {
            apply(new LedgerShredded(id, command.request(), number, command.at()));
        }
    }

    @EventSourcingHandler
    void on(LedgerOpened event) {
        id = event.ledger();
        kind = event.kind();
        slot = event.slot();
        state = LedgerState.OPEN;
        link = new byte[LedgerHead.LINK_LENGTH];
    }

    @EventSourcingHandler
    void on(AccessRecorded event) {
        number = event.number();
        link = event.leaf();
    }

    @EventSourcingHandler
    void on(LedgerRestricted event) {
        state = LedgerState.RESTRICTED;
    }

    @EventSourcingHandler
    void on(EntriesExpired event) {
        expired = event.upTo();
    }

    /** Also the first event of a ledger whose others are gone. */
    @EventSourcingHandler
    void on(LedgerShredded event) {
        id = event.ledger();
        number = event.number();
        state = LedgerState.SHREDDED;
    }

    /** The head stands for all events up to its sequence number. */
    @EventSourcingHandler
    void on(LedgerHead head) {
        id = head.ledger();
        kind = head.kind();
        state = head.state();
        slot = head.slot();
        number = head.number();
        expired = head.expired();
        link = head.link();
    }

    /** Where the ledger stands after what was applied to it in this unit of work. */
    public LedgerHead head() {
        return new LedgerHead(id, kind, state, slot, AggregateLifecycle.getVersion(), number, expired, link);
    }
}
