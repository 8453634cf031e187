package org.innsyn.schemas.ledger;

import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.proof.CompletenessStatement;
import org.innsyn.schemas.proof.EntryProof;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What the service that carries out requests may ask about ledgers. Needs a machine's token with scope {@code ledger:read}. */
@HttpExchange("/api/v1/ledgers")
public interface LedgersApi {

    /** The most entries one call returns. */
    int MAX_SIZE = 1_000;

    /** The ledger of an account; 404 (problem {@code no-ledger}) when nothing was ever recorded about it or it was shredded. */
    @PostExchange("/find")
    LedgerHead find(@RequestBody LedgerQuery query);

    /** Where a ledger stands; 404 when there never was one with this id. A shredded one answers with state {@code shredded}. */
    @GetExchange("/{ledger}")
    LedgerHead head(@PathVariable("ledger") UUID ledger);

    /**
     * Entries by number, as their subject may see them, read from the index.
     *
     * @param after the number before the first one wanted; 0 for the start
     * @param upTo the last number wanted
     * @param size at most this many, 1 to {@value #MAX_SIZE}
     * @return entries {@code after + 1 ...} without gaps, beginning after {@link LedgerHead#expired()}; fewer than asked for only at {@code upTo}. 409 (problem
     *     {@code index-behind}) while the index does not hold them all yet: ask again
     */
    @GetExchange("/{ledger}/entries")
    List<AccessEntry> entries(
            @PathVariable("ledger") UUID ledger,
            @RequestParam("after") long after,
            @RequestParam("upTo") long upTo,
            @RequestParam("size") int size);

    /**
     * Proofs of entries by number, for their subject to check without us. An entry whose details are destroyed has none any more.
     *
     * @param after the number before the first one wanted; 0 for the start
     * @param upTo the last number wanted
     * @param size at most this many entries, 1 to {@value #MAX_SIZE}
     * @return proofs of the entries {@code after + 1} to {@code min(upTo, after + size)}, in order; 409 (problem {@code not-published}) while no
     *     signed checkpoint covers them all yet: ask again
     */
    @GetExchange("/{ledger}/proofs")
    List<EntryProof> proofs(
            @PathVariable("ledger") UUID ledger,
            @RequestParam("after") long after,
            @RequestParam("upTo") long upTo,
            @RequestParam("size") int size);

    /**
     * How many entries the ledger has, for its subject to check without us; 409 (problem {@code not-published}) while no published tree of
     * heads holds {@code atLeast} of them: ask again within a minute.
     *
     * @param atLeast how many entries it must cover
     */
    @GetExchange("/{ledger}/completeness")
    CompletenessStatement completeness(@PathVariable("ledger") UUID ledger, @RequestParam("atLeast") long atLeast);

    /** @param account the account whose ledger is wanted */
    record LedgerQuery(String account) {
        @Override
        public String toString() {
            return "LedgerQuery[]";
        }
    }
}
