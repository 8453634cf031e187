package org.innsyn.audit.ledger.store;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerCommand.RestrictLedger;
import org.innsyn.audit.ledger.LedgerCommand.ShredLedger;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Restricts and shreds ledgers. Shredding is one transaction: once it commits, no process can read the person's details, and what still
 * lies in the index opens to nobody. Afterwards the ledger's last event is all that is left of it.
 */
public final class Shredder {

    private final JdbcTemplate jdbc;
    private final LedgerUnits units;
    private final LedgerHeads heads;
    private final EntryDetails details;
    private final VaultKeys keys;
    private final Identities identities;
    private final Clock clock;

    Shredder(JdbcTemplate jdbc, LedgerUnits units, LedgerHeads heads, EntryDetails details, VaultKeys keys, Identities identities, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.heads = heads;
        this.details = details;
        this.keys = keys;
        this.identities = identities;
        this.clock = clock;
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
     * Destroys keys, details, identifiers and events. Repeating it destroys nothing more.
     *
     * @return how many of each were destroyed
     */
    public Map<String, Long> shred(LedgerId ledger, UUID request) {
        return units.run(unit -> {
            unit.lock(List.of(ledger));
            requireCommitted(ledger, unit.head(ledger).number());
            unit.send(new ShredLedger(ledger, request, clock.instant()));
            var affected = new TreeMap<String, Long>();
            affected.put("keys", (long) keys.destroy(ledger.value()));
            affected.put("details", (long) details.delete(ledger));
            affected.put("identifiers", (long) identities.suppress(ledger));
            affected.put("entries", (long) jdbc.update(
                    "delete from domain_event where aggregate_id = ? and sequence_number < ? and payload_type <> 'ledger.LedgerShredded'",
                    ledger.toString(), unit.head(ledger).sequence()));
            return affected;
        });
    }

    /** What was recorded stays committed to for ever: every entry has its place in the log before its event goes. */
    private void requireCommitted(LedgerId ledger, long number) {
        long committed = jdbc.queryForObject("select count(*) from entry_leaf where ledger_id = ?", Long.class, ledger.value());
        if (committed < number) {
            throw new IllegalStateException("ledger " + ledger + " has entries that are not in the log yet; to be tried again");
        }
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
