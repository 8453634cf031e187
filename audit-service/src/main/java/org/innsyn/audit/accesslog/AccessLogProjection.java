package org.innsyn.audit.accesslog;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.ledger.LedgerEvent.EntriesExpired;
import org.innsyn.audit.ledger.LedgerEvent.LedgerShredded;
import org.innsyn.audit.ledger.LedgerId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Follows the ledgers into the index, one bulk request per batch of events. The batch's place in the stream is stored after the index
 * has it: a crash in between writes the same documents again.
 */
@ProcessingGroup(AccessLogProjection.NAME)
class AccessLogProjection {

    static final String NAME = "accesslog";

    private static final String PENDING = AccessLogProjection.class.getName();

    private final AccessLogIndex index;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    AccessLogProjection(AccessLogIndex index, JdbcTemplate jdbc, Clock clock) {
        this.index = index;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventHandler
    void on(AccessRecorded event) {
        pending().add(AccessDocument.of(event));
    }

    /** The last of its ledger's events: whatever was, or is still to be, written of the ledger comes before it. See {@link Unindexing}. */
    @EventHandler
    void on(LedgerShredded event) {
        flush(pending());
        rememberUnindexed(event.ledger());
    }

    /** Whatever was written of these entries comes before it. */
    @EventHandler
    void on(EntriesExpired event) {
        flush(pending());
        index.delete(index.alias(), event.ledger(), event.upTo());
    }

    /** Also when it is passed once more, and its documents may have been written anew. */
    private void rememberUnindexed(LedgerId ledger) {
        jdbc.update("""
                insert into ledger_unindexed (ledger_id, unindexed_at) values (?, ?)
                on conflict (ledger_id) do update set emptied_at = null""", ledger.value(), Timestamp.from(clock.instant()));
    }

    private List<AccessDocument> pending() {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        return batch.getOrComputeResource(PENDING, none -> {
            var documents = new ArrayList<AccessDocument>();
            batch.onPrepareCommit(unit -> flush(documents));
            return documents;
        });
    }

    private void flush(List<AccessDocument> documents) {
        index.write(index.alias(), documents);
        documents.clear();
    }
}
