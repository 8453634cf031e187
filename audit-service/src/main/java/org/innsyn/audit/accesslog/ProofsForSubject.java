package org.innsyn.audit.accesslog;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.disclosure.store.Names;
import org.innsyn.audit.ledger.EntryCommitment;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.audit.ledger.store.CommittedFields;
import org.innsyn.audit.ledger.store.EntryDetails;
import org.innsyn.audit.ledger.store.Field;
import org.innsyn.audit.ledger.store.LedgerHeads;
import org.innsyn.audit.transparency.CompletenessStatements;
import org.innsyn.audit.transparency.EntryProofs;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.proof.CompletenessStatement;
import org.innsyn.schemas.proof.EntryProof;

/** Proofs of entries for the person they are about: the actor's address stays hidden, and their id where it was not decided for that entry that it is told. */
final class ProofsForSubject {

    private final AccessLogIndex index;
    private final EventStore events;
    private final LedgerHeads heads;
    private final EntryDetails details;
    private final Actors actors;
    private final Names disclosed;
    private final EntryProofs proofs;
    private final CompletenessStatements statements;

    ProofsForSubject(AccessLogIndex index, EventStore events, LedgerHeads heads, EntryDetails details, Actors actors, Names disclosed, EntryProofs proofs,
            CompletenessStatements statements) {
        this.index = index;
        this.events = events;
        this.heads = heads;
        this.details = details;
        this.actors = actors;
        this.disclosed = disclosed;
        this.proofs = proofs;
        this.statements = statements;
    }

    /** Finds the entry's number in the index and everything else in the truth. */
    EntryProof ofEntry(LedgerId ledger, UUID entry) {
        var document = index.search(s -> s.routing(ledger.toString()).size(1)
                        .query(q -> q.bool(b -> b.filter(AccessLogIndex.of(ledger)).filter(f -> f.term(t -> t.field("entry").value(entry.toString()))))))
                .hits().hits().stream().findFirst().orElseThrow(() -> proofs.isOf(entry, ledger) ? gone() : notYours()).source();
        var found = recorded(ledger, document.number() - 1, document.number()).filter(each -> each.entry().equals(entry)).toList();
        return prove(ledger, found).stream().findFirst().orElseThrow(ProofsForSubject::gone);
    }

    /** Proofs of the entries after {@code after} up to {@code last}; those whose details are destroyed have none any more. */
    List<EntryProof> ofRange(LedgerId ledger, long after, long last) {
        return prove(ledger, recorded(ledger, after, last).toList());
    }

    /** How many entries the ledger has; covers at least this many. */
    CompletenessStatement completeness(LedgerId ledger, long atLeast) {
        return statements.of(ledger).filter(statement -> statement.number() >= atLeast).orElseThrow(() -> new Problem(409, "not-published",
                "The statement is not ready yet", "The next tree of heads will cover it. Ask again within a minute."));
    }

    /** A ledger's first event opens it, so an entry's event never comes before its number. */
    private Stream<AccessRecorded> recorded(LedgerId ledger, long after, long last) {
        return events.readEvents(ledger.toString(), after + 1).asStream()
                .map(each -> each.getPayload())
                .filter(AccessRecorded.class::isInstance).map(AccessRecorded.class::cast)
                .dropWhile(each -> each.number() <= after)
                .takeWhile(each -> each.number() <= last);
    }

    private List<EntryProof> prove(LedgerId ledger, List<AccessRecorded> entries) {
        long slot = heads.find(ledger).orElseThrow(ProofsForSubject::notYours).slot();
        var opened = details.open(entries.stream().map(AccessRecorded::entry).toList());
        var names = actors.ids(entries.stream().map(AccessRecorded::actor).collect(Collectors.toSet()));
        var told = disclosed.told(entries.stream().map(AccessRecorded::entry).toList());
        return proofs.of(entries.stream()
                        // Without the id of who looked, the leaf cannot be made again: another one would be proved, and nothing would verify.
                        .filter(entry -> opened.containsKey(entry.entry()) && names.containsKey(entry.actor()))
                        .map(entry -> provable(entry, slot, opened.get(entry.entry()), names, told.contains(entry.entry())))
                        .toList())
                .orElseThrow(() -> new Problem(409, "not-published", "The proof is not ready yet",
                        "The entry is recorded; the next signed checkpoint will cover it. Ask again in a second."));
    }

    private static EntryProofs.Provable provable(AccessRecorded entry, long slot, Map<String, byte[]> opened, Map<UUID, String> names, boolean named) {
        var fields = new TreeMap<>(CommittedFields.of(entry, opened, names.get(entry.actor())));
        fields.putAll(EntryCommitment.place(entry.ledger(), slot, entry.number(), entry.previous()));
        return new EntryProofs.Provable(entry.entry(), opened.get(Field.SECRET), fields,
                named ? CommittedFields.HIDDEN_BESIDE_A_NAME : CommittedFields.HIDDEN_FROM_SUBJECT);
    }

    private static Problem gone() {
        return new Problem(410, "details-gone", "The details of this entry are gone", "A key it needs was destroyed, so no new proof can be made. Proofs made before still verify.");
    }

    private static Problem notYours() {
        return new Problem(404, "not-found", "There is no such entry in your log", "It may not be in the index yet, or it is about somebody else.");
    }
}
