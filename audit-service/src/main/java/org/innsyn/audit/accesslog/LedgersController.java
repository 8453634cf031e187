package org.innsyn.audit.accesslog;

import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.List;
import java.util.UUID;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.LedgerState;
import org.innsyn.audit.ledger.store.LedgerHeads;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.ledger.LedgerHead;
import org.innsyn.schemas.ledger.LedgersApi;
import org.innsyn.schemas.proof.CompletenessStatement;
import org.innsyn.schemas.proof.EntryProof;
import org.springframework.web.bind.annotation.RestController;

/** Ledgers for the service that carries out requests. It reports its own use of them as accesses. */
@RestController
class LedgersController implements LedgersApi {

    private final Identities identities;
    private final LedgerHeads heads;
    private final AccessLogIndex index;
    private final Entries entries;
    private final ProofsForSubject proofs;

    LedgersController(Identities identities, LedgerHeads heads, AccessLogIndex index, Entries entries, ProofsForSubject proofs) {
        this.identities = identities;
        this.heads = heads;
        this.index = index;
        this.entries = entries;
        this.proofs = proofs;
    }

    @Override
    public LedgerHead find(LedgerQuery query) {
        return identities.ofAccount(query.account()).flatMap(heads::find).map(LedgersController::told).orElseThrow(LedgersController::none);
    }

    @Override
    public LedgerHead head(UUID ledger) {
        return heads.find(new LedgerId(ledger)).map(LedgersController::told).orElseThrow(LedgersController::none);
    }

    @Override
    public List<AccessEntry> entries(UUID ledger, long after, long upTo, int size) {
        var head = readable(ledger, after, upTo, size);
        long from = Math.max(after, head.expired());
        long last = Math.min(upTo, from + size);
        var found = index.search(s -> s.routing(ledger.toString()).size(size)
                        .query(q -> q.bool(b -> b.filter(AccessLogIndex.of(head.ledger()))
                                .filter(f -> f.range(r -> r.number(n -> n.field("number").gt((double) from).lte((double) last))))))
                        .sort(by -> by.field(f -> f.field("number").order(SortOrder.Asc))))
                .hits().hits().stream().map(hit -> hit.source()).toList();
        if (found.size() != Math.max(0, last - from)) {
            throw new Problem(409, "index-behind", "The index is still catching up", "Not all of these entries are in the index yet. Ask again in a moment.");
        }
        return entries.forSubject(found);
    }

    @Override
    public List<EntryProof> proofs(UUID ledger, long after, long upTo, int size) {
        return proofs.ofRange(readable(ledger, after, upTo, size).ledger(), after, Math.min(upTo, after + size));
    }

    @Override
    public CompletenessStatement completeness(UUID ledger, long atLeast) {
        return proofs.completeness(readable(ledger, 0, atLeast, 1).ledger(), atLeast);
    }

    private org.innsyn.audit.ledger.LedgerHead readable(UUID ledger, long after, long upTo, int size) {
        if (size < 1 || size > MAX_SIZE || after < 0) {
            throw new Problem(422, "invalid", "The range is not possible", "after must be 0 or more, size 1 to " + MAX_SIZE + ".");
        }
        var head = heads.find(new LedgerId(ledger)).filter(each -> each.state() != LedgerState.SHREDDED).orElseThrow(LedgersController::none);
        if (upTo > head.number()) {
            throw new Problem(422, "invalid", "The ledger is not that long", "upTo must not be beyond the ledger's newest entry.");
        }
        return head;
    }

    private static LedgerHead told(org.innsyn.audit.ledger.LedgerHead head) {
        return new LedgerHead(head.id(), head.number(), head.expired(), LedgerHead.State.valueOf(head.state().name()));
    }

    private static Problem none() {
        return new Problem(404, "no-ledger", "There is no such ledger", "Nothing was recorded about it, or it was shredded.");
    }
}
