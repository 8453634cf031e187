package org.innsyn.audit.accesslog;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.innsyn.audit.ledger.LedgerHead;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.store.LedgerHeads;
import org.innsyn.schemas.accesslog.AccessLogPage.IndexState;

/** How far the index follows what is recorded. */
final class IndexStates {

    private final LedgerHeads heads;
    private final AccessLogIndex index;
    private final Clock clock;

    IndexStates(LedgerHeads heads, AccessLogIndex index, Clock clock) {
        this.heads = heads;
        this.index = index;
        this.clock = clock;
    }

    /** Of a person nothing was recorded about. */
    IndexState ofNobody() {
        return new IndexState(0, 0, clock.instant(), 0);
    }

    IndexState of(LedgerHead head) {
        return of(head, index.count(head.ledger()));
    }

    /** The same of somebody whose entries were counted already. */
    IndexState of(LedgerHead head, long indexed) {
        return state(head.number() - head.expired(), indexed, Optional.of(head.ledger()), head.expired());
    }

    IndexState ofAll() {
        return state(heads.entries(), index.count(), Optional.empty(), heads.ended());
    }

    private IndexState state(long recorded, long indexed, Optional<LedgerId> ledger, long ended) {
        var now = clock.instant();
        return new IndexState(recorded, indexed, indexed >= recorded ? now : index.newest(ledger).orElse(Instant.EPOCH), ended);
    }
}
