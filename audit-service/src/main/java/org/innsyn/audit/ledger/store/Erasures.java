package org.innsyn.audit.ledger.store;

import java.time.Instant;
import org.innsyn.audit.identity.Identities;
import org.innsyn.schemas.accesslog.HeldReason;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells an access that happened after its person was erased from a late report of an earlier one. Has to be asked while the report's
 * identifiers are at hand: none of them is kept.
 */
final class Erasures {

    private final Identities identities;
    private final JdbcTemplate jdbc;

    Erasures(Identities identities, JdbcTemplate jdbc) {
        this.identities = identities;
        this.jdbc = jdbc;
    }

    /** Whether the entry is about somebody whose log had been shredded before {@code occurredAt}. */
    boolean isAfter(Instant occurredAt, EntryDraft draft) {
        if (draft.held() != HeldReason.ERASED) {
            return false;
        }
        var ledgers = identities.suppressed(draft.identifiers()).stream().map(Object::toString).toArray(String[]::new);
        var shredded = jdbc.queryForObject("""
                select max((convert_from(payload, 'UTF8')::jsonb ->> 'shreddedAt')::timestamptz)
                  from domain_event where aggregate_id = any (?) and payload_type = 'ledger.LedgerShredded'""",
                java.sql.Timestamp.class, (Object) ledgers);
        return shredded != null && occurredAt.isAfter(shredded.toInstant());
    }
}
