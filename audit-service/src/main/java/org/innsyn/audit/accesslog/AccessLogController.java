package org.innsyn.audit.accesslog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.innsyn.audit.accesslog.AccessLogSearch.Found;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.audit.ledger.store.LedgerHeads;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.accesslog.AccessLogApi;
import org.innsyn.schemas.accesslog.AccessLogPage;
import org.innsyn.schemas.accesslog.AccessLogPage.IndexState;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.schemas.proof.CompletenessStatement;
import org.innsyn.schemas.proof.EntryProof;
import org.springframework.web.bind.annotation.RestController;

/** The access log over HTTP: the customer's own, and everyone's for the data protection officer. */
@RestController
class AccessLogController implements AccessLogApi {

    private final Identities identities;
    private final LedgerHeads heads;
    private final Actors actors;
    private final AccessLogSearch search;
    private final Entries entries;
    private final ReadingLog reading;
    private final ProofsForSubject proofs;
    private final IndexStates states;

    AccessLogController(
            Identities identities,
            LedgerHeads heads,
            Actors actors,
            AccessLogSearch search,
            Entries entries,
            ReadingLog reading,
            ProofsForSubject proofs,
            IndexStates states) {
        this.identities = identities;
        this.heads = heads;
        this.actors = actors;
        this.search = search;
        this.entries = entries;
        this.reading = reading;
        this.proofs = proofs;
        this.states = states;
    }

    @Override
    public AccessLogPage mine(AccessLogQuery query) {
        if (query.subject() != null || query.actor() != null) {
            throw new Problem(403, "not-allowed", "Only your own log", "subject and actor are for staff. Leave them out to see your own log.");
        }
        var reader = SignedIn.current();
        var account = reader.account().orElseThrow(() ->
                new Problem(403, "not-allowed", "No account", "Your sign-in names no customer account, so there is no log to show."));
        var head = identities.ofAccount(account).flatMap(heads::find);
        if (head.isEmpty()) {
            return new AccessLogPage(List.of(), null, 0, Map.of(), states.ofNobody());
        }
        var ledger = head.get().ledger();
        // Without filters the page says itself how many entries can be found.
        var counted = query.hasFilters() ? Optional.of(states.of(head.get())) : Optional.<IndexState>empty();
        var found = search.find(query, Optional.of(List.of(ledger)), Optional.empty());
        reading.ownView(reader, ledger);
        return page(found, entries.forSubject(found.documents()), counted.orElseGet(() -> states.of(head.get(), found.total())));
    }

    @Override
    public EntryProof proof(ProofQuery query) {
        var reader = SignedIn.current();
        var ledger = reader.account().flatMap(identities::ofAccount).orElseThrow(() ->
                new Problem(404, "not-found", "There is no such entry in your log", "Nothing was recorded about you."));
        reading.ownView(reader, ledger);
        return proofs.ofEntry(ledger, query.entry());
    }

    @Override
    public CompletenessStatement completeness() {
        var reader = SignedIn.current();
        var ledger = reader.account().flatMap(identities::ofAccount).orElseThrow(AccessLogController::noLog);
        reading.ownView(reader, ledger);
        return proofs.completeness(ledger, 0);
    }

    @Override
    public CompletenessStatement completeness(CompletenessQuery query) {
        var ledgers = identities.leadingTo(query.subject());
        if (ledgers.size() != 1) {
            throw noLog();
        }
        var ledger = ledgers.iterator().next();
        reading.staffSearch(SignedIn.current(), "dpo", List.of(ledger));
        return proofs.completeness(ledger, 0);
    }

    private static Problem noLog() {
        return new Problem(404, "not-found", "There is no one log to tell of", "Nothing was recorded, or the identifier leads to several people.");
    }

    @Override
    public AccessLogPage search(AccessLogQuery query) {
        var ledgers = Optional.ofNullable(query.subject()).<Collection<LedgerId>>map(identities::leadingTo);
        var who = Optional.ofNullable(query.actor()).<Collection<String>>map(id ->
                actors.withId(id, search.sources()).stream().map(Object::toString).toList());
        var state = states.ofAll();
        var found = search.find(query, ledgers, who);
        reading.staffSearch(SignedIn.current(), "dpo",
                found.documents().stream().map(document -> new LedgerId(document.ledger())).collect(Collectors.toSet()));
        return page(found, entries.forStaff(found.documents()), state);
    }

    private static AccessLogPage page(Found found, List<org.innsyn.schemas.accesslog.AccessEntry> entries, IndexState state) {
        return new AccessLogPage(entries, found.next(), found.total(), found.facets(), state);
    }
}
