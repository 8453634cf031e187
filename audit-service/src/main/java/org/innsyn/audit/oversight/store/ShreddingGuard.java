package org.innsyn.audit.oversight.store;

import java.util.Optional;
import java.util.UUID;
import org.innsyn.audit.ledger.LedgerEvent;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.eventstore.CommitOrderToken;
import org.innsyn.platform.eventstore.EventsAfter;
import org.springframework.jdbc.core.JdbcTemplate;

/** A log that an open finding is about is not shredded: it would be the end of what has to be looked at. */
public final class ShreddingGuard {

    private final FindingRows rows;
    private final JdbcTemplate jdbc;
    private final EventsAfter following;

    ShreddingGuard(FindingRows rows, JdbcTemplate jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.following = new EventsAfter(jdbc);
    }

    /**
     * To be asked in the transaction that shreds. Holds the ledger, so that nothing is recorded between this answer and the shredding.
     *
     * @return why it must not be shredded now, for people; empty when it may be
     * @throws IllegalStateException while the ledger has entries nobody has looked at yet: to be tried again in a moment
     */
    public Optional<String> objection(LedgerId ledger) {
        jdbc.query("select 1 from ledger_head where ledger_id = ? for update", row -> {}, ledger.value());
        var place = jdbc.queryForObject("select transaction_number, global_index from oversight_place", (row, i) -> new CommitOrderToken(row.getLong(1), row.getLong(2)));
        if (following.contain(place, ledger.toString(), LedgerEvent.ACCESS_RECORDED)) {
            throw new IllegalStateException("ledger " + ledger + " has entries that oversight has not seen yet; to be tried again");
        }
        long open = rows.open(ledger.value());
        return open == 0 ? Optional.empty() : Optional.of(open == 1
                ? "An open finding is about this access log, so it was not destroyed. It can be once the data protection officer has concluded the finding."
                : open + " open findings are about this access log, so it was not destroyed. It can be once the data protection officer has concluded them.");
    }

    /**
     * Whether the ledger's entries up to this event must not end yet: an open finding is about one whose key is of {@code year} or before,
     * or nobody has looked at all of them. To be asked in the transaction that ends them.
     */
    public boolean holdsBack(LedgerId ledger, long sequence, int year) {
        return jdbc.queryForObject("""
                select exists (select 1 from domain_event e, oversight_place p
                                where aggregate_id = ? and sequence_number = ?
                                  and (e.transaction_id, e.global_index) > (p.transaction_number::text::xid8, p.global_index))
                    or exists (select 1 from finding f join finding_entry e using (finding_id) join entry_detail d using (entry_id) join vault_key k using (key_id)
                                where f.state = 'open' and e.ledger_id = ? and k.year <= ?)""", Boolean.class, ledger.toString(), sequence, ledger.value(), year);
    }

    /** Whether an open finding is about what this actor did, so that the actor must still be known. */
    public boolean holdsBack(UUID actor) {
        return jdbc.queryForObject("select exists (select 1 from finding where state = 'open' and actor = ?)", Boolean.class, actor);
    }
}
