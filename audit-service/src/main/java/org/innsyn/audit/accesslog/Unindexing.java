package org.innsyn.audit.accesslog;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.innsyn.audit.ledger.LedgerId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Removes documents of ledgers whose end the projection has passed, so that nothing of them will be written any more. In parts, and beside
 * the projection: other people's entries do not wait for a million of somebody else's.
 */
public final class Unindexing {

    private static final int PART = 20_000;
    private static final int LEDGERS = 100;

    private final JdbcTemplate jdbc;
    private final AccessLogIndex index;
    private final Clock clock;

    Unindexing(JdbcTemplate jdbc, AccessLogIndex index, Clock clock) {
        this.jdbc = jdbc;
        this.index = index;
        this.clock = clock;
    }

    /** Removes a part of each; to be called until nothing is left. Two at once do no harm. */
    public void run() {
        passed().forEach(ledger -> {
            if (index.delete(ledger, PART) < PART && index.count(ledger) == 0) {
                jdbc.update("update ledger_unindexed set emptied_at = ? where ledger_id = ? and emptied_at is null", Timestamp.from(clock.instant()), ledger.value());
            }
        });
    }

    private List<LedgerId> passed() {
        return jdbc.queryForList("select ledger_id from ledger_unindexed where emptied_at is null order by unindexed_at limit ?", UUID.class, LEDGERS).stream().map(LedgerId::new).toList();
    }

    /** Whether nothing of the ledger is left in the index, nor will be. */
    public boolean isEmptied(LedgerId ledger) {
        return jdbc.queryForObject("select count(*) from ledger_unindexed where ledger_id = ? and emptied_at is not null", Long.class, ledger.value()) > 0;
    }
}
