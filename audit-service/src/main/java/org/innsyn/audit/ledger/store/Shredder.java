package org.innsyn.audit.ledger.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerCommand.RestrictLedger;
import org.innsyn.audit.ledger.LedgerCommand.ShredLedger;
import org.innsyn.audit.ledger.LedgerEvent;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.LedgerKind;
import org.innsyn.audit.ledger.LedgerState;
import org.innsyn.platform.eventstore.CommitOrderToken;
import org.innsyn.platform.eventstore.EventsAfter;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Restricts and shreds ledgers. Shredding is one transaction that takes as long for a long ledger as for a short one: once it commits, no
 * process can read the person's details, and what still lies in the store and in the index opens to nobody. What is left is swept up after
 * it, in parts; then the ledger's last event is all there is of it.
 */
public final class Shredder {

    private static final int PART = 10_000;
    private static final int PARTS_AT_ONCE = 5;

    private final JdbcTemplate jdbc;
    private final LedgerUnits units;
    private final LedgerHeads heads;
    private final EntryDetails details;
    private final VaultKeys keys;
    private final Identities identities;
    private final Clock clock;
    private final EventsAfter following;

    Shredder(JdbcTemplate jdbc, LedgerUnits units, LedgerHeads heads, EntryDetails details, VaultKeys keys, Identities identities, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.heads = heads;
        this.details = details;
        this.keys = keys;
        this.identities = identities;
        this.clock = clock;
        this.following = new EventsAfter(jdbc);
    }

    /**
     * Keeps the ledger under restriction (GDPR Art. 18).
     *
     * @return how many entries it has
     */
    public Map<String, Long> restrict(LedgerId ledger, UUID request) {
        return units.run(unit -> {
            unit.lock(List.of(ledger));
            unit.send(new RestrictLedger(ledger, request, clock.instant()));
            return Map.of("entries", unit.head(ledger).number());
        });
    }

    /**
     * Destroys the keys and suppresses the identifiers, so that nothing of the ledger can be read or found any more; {@link #sweep} removes
     * what that leaves. Repeating it destroys nothing more.
     *
     * @return how many of each are destroyed by both
     */
    public Map<String, Long> shred(LedgerId ledger, UUID request) {
        return units.run(unit -> {
            unit.lock(List.of(ledger));
            requireCommitted(ledger, unit.head(ledger).number());
            return shred(unit, ledger, new ShredLedger(ledger, request, clock.instant()));
        });
    }

    /**
     * Shreds a ledger that was shredded before a backup was restored; {@link #sweep} is to follow. One that the backup does not know is made
     * for that purpose: a later report is held against the time of its end.
     *
     * @param shreddedAt when it was done the first time
     */
    public void shredAgain(LedgerId ledger, UUID request, Instant shreddedAt) {
        units.run(unit -> {
            if (unit.lock(List.of(ledger)).isEmpty()) {
                unit.open(ledger, LedgerKind.PERSON, shreddedAt);
            }
            return shred(unit, ledger, new ShredLedger(ledger, request, shreddedAt));
        });
    }

    private Map<String, Long> shred(LedgerUnit unit, LedgerId ledger, ShredLedger command) {
        var before = unit.head(ledger);
        unit.send(command);
        boolean first = before.state() != LedgerState.SHREDDED;
        var affected = new TreeMap<String, Long>();
        affected.put("keys", (long) keys.destroy(ledger.value()));
        affected.put("details", first ? before.number() : 0);
        affected.put("identifiers", (long) identities.suppress(ledger));
        affected.put("entries", first ? before.sequence() + 1 : 0);
        return affected;
    }

    /**
     * Removes the details and events of a shredded ledger, some thousands in a transaction, so that nobody waits for it. May end anywhere
     * and be called again; of a ledger that is not shredded it removes nothing.
     */
    public void sweep(LedgerId ledger) {
        while (!sweepSome(ledger)) {
            // the next parts
        }
    }

    /**
     * The same, but only so much at a time that others who are to be shredded do not wait for a very long log.
     *
     * @return whether there is nothing left to remove
     */
    public boolean sweepSome(LedgerId ledger) {
        if (heads.find(ledger).filter(head -> head.state() == LedgerState.SHREDDED).isEmpty()) {
            return true;
        }
        for (int part = 0; part < PARTS_AT_ONCE; part++) {
            if (details.delete(ledger, PART) < PART && deleteEvents(ledger) < PART) {
                return true;
            }
        }
        return false;
    }

    private int deleteEvents(LedgerId ledger) {
        return jdbc.update("""
                delete from domain_event where ctid = any (array(
                    select ctid from domain_event where aggregate_id = ? and payload_type <> 'ledger.LedgerShredded' limit ?))""",
                ledger.toString(), PART);
    }

    /** What was recorded stays committed to for ever: every entry has its place in the log before its event goes. */
    private void requireCommitted(LedgerId ledger, long number) {
        if (!isCommitted(ledger, number)) {
            throw new IllegalStateException("ledger " + ledger + " has entries that are not in the log yet; to be tried again");
        }
    }

    private boolean isCommitted(LedgerId ledger, long number) {
        var place = jdbc.queryForObject("select transaction_number, global_index from log_state", (row, i) -> new CommitOrderToken(row.getLong(1), row.getLong(2)));
        return place.transaction() > 0
                ? !following.contain(place, ledger.toString(), LedgerEvent.ACCESS_RECORDED)
                : jdbc.queryForObject("select count(*) from entry_leaf where ledger_id = ?", Long.class, ledger.value()) >= number;
    }

    /** What of the ledger can still be found in PostgreSQL, counted afresh. All zero once it is shredded. */
    public Map<String, Long> remaining(LedgerId ledger) {
        var remaining = new TreeMap<String, Long>();
        remaining.put("keys", keys.live(ledger.value()));
        remaining.put("details", details.count(ledger));
        remaining.put("identifiers", jdbc.queryForObject(
                "select count(*) from blind_index where ledger_id = ? and not suppressed", Long.class, ledger.value()));
        remaining.put("entries", jdbc.queryForObject(
                "select count(*) from domain_event where aggregate_id = ? and payload_type <> 'ledger.LedgerShredded'", Long.class, ledger.toString()));
        return remaining;
    }
}
