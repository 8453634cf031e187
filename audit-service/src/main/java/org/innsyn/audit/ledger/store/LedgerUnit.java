package org.innsyn.audit.ledger.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.innsyn.audit.ledger.AccessLedger;
import org.innsyn.audit.ledger.LedgerCommand;
import org.innsyn.audit.ledger.LedgerCommand.OpenLedger;
import org.innsyn.audit.ledger.LedgerHead;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.LedgerKind;

/** One unit of work over many ledgers: open and lock first, then send commands. */
public final class LedgerUnit {

    private final Repository<AccessLedger> ledgers;
    private final LedgerHeads heads;
    private final Map<LedgerId, LedgerHead> locked = new HashMap<>();
    private final Map<LedgerId, Aggregate<AccessLedger>> loaded = new TreeMap<>();

    LedgerUnit(Repository<AccessLedger> ledgers, LedgerHeads heads) {
        this.ledgers = ledgers;
        this.heads = heads;
    }

    /** Begins a ledger in this unit of work. */
    public void open(LedgerId ledger, LedgerKind kind, Instant at) {
        var command = new OpenLedger(ledger, kind, heads.newSlot(), at);
        try {
            loaded.put(ledger, ledgers.newInstance(() -> new AccessLedger(command)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a ledger could not be opened", e);
        }
    }

    /** Locks these ledgers and reads their state in one query. Those opened in this unit of work need no lock. */
    public Map<LedgerId, LedgerHead> lock(Collection<LedgerId> wanted) {
        var missing = new TreeSet<>(wanted);
        missing.removeAll(loaded.keySet());
        missing.removeAll(locked.keySet());
        if (!missing.isEmpty()) {
            var found = heads.lock(missing);
            locked.putAll(found);
            LockedHeads.provide(found);
        }
        return Map.copyOf(locked);
    }

    /** Lets the ledger handle the command. */
    public void send(LedgerCommand command) {
        var ledger = loaded.computeIfAbsent(command.ledger(), id -> {
            if (!locked.containsKey(id)) {
                throw new IllegalStateException("lock ledger " + id + " before sending it commands");
            }
            return ledgers.load(id.toString());
        });
        try {
            ledger.handle(GenericCommandMessage.asCommandMessage(command));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a ledger could not handle " + command.getClass().getSimpleName(), e);
        }
    }

    /** Where the ledger stands now, with what was sent to it. */
    public LedgerHead head(LedgerId ledger) {
        return loaded.containsKey(ledger) ? loaded.get(ledger).invoke(AccessLedger::head) : locked.get(ledger);
    }

    void writeHeads() {
        var opened = loaded.keySet().stream().filter(id -> !locked.containsKey(id)).map(this::head).toList();
        var moved = loaded.keySet().stream().filter(locked::containsKey).map(this::head)
                .filter(head -> head.sequence() != locked.get(head.ledger()).sequence())
                .toList();
        if (!opened.isEmpty()) {
            heads.insert(opened);
        }
        if (!moved.isEmpty()) {
            heads.move(locked, moved);
        }
    }
}
