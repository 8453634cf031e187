package org.innsyn.audit.accesslog;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.audit.ledger.store.CommittedFields;
import org.innsyn.audit.ledger.store.EntryDetails;
import org.innsyn.audit.ledger.store.Field;
import org.innsyn.audit.transparency.EntryProofs;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.proof.EntryProof;

/** The proof of one entry for the person it is about. */
final class ProofOfEntry {

    private final AccessLogIndex index;
    private final EventStore events;
    private final EntryDetails details;
    private final Actors actors;
    private final EntryProofs proofs;

    ProofOfEntry(AccessLogIndex index, EventStore events, EntryDetails details, Actors actors, EntryProofs proofs) {
        this.index = index;
        this.events = events;
        this.details = details;
        this.actors = actors;
        this.proofs = proofs;
    }

    /** Finds the entry's number in the index and everything else in the truth. */
    EntryProof forSubject(LedgerId ledger, UUID entry) {
        var document = index.search(s -> s.routing(ledger.toString()).size(1)
                        .query(q -> q.bool(b -> b.filter(AccessLogIndex.of(ledger)).filter(f -> f.term(t -> t.field("entry").value(entry.toString()))))))
                .hits().hits().stream().findFirst().orElseThrow(ProofOfEntry::notYours).source();
        // A ledger's first event opens it; its entries follow, so an entry's event is at most a few places after its number.
        var event = events.readEvents(ledger.toString(), document.number()).asStream()
                .map(each -> each.getPayload())
                .filter(AccessRecorded.class::isInstance).map(AccessRecorded.class::cast)
                .filter(each -> each.entry().equals(entry))
                .findFirst().orElseThrow(ProofOfEntry::notYours);
        var opened = details.open(List.of(entry)).get(entry);
        if (opened == null) {
            throw new Problem(410, "details-gone", "The details of this entry are gone", "Its key was destroyed, so no new proof can be made. Proofs made before still verify.");
        }
        var fields = new TreeMap<>(CommittedFields.of(event, opened, actors.ids(List.of(event.actor())).get(event.actor())));
        fields.put("ledger", ByteBuffer.allocate(16).putLong(ledger.value().getMostSignificantBits()).putLong(ledger.value().getLeastSignificantBits()).array());
        fields.put("number", ByteBuffer.allocate(8).putLong(event.number()).array());
        fields.put("previous", event.previous());
        return proofs.of(entry, opened.get(Field.SECRET), fields, CommittedFields.HIDDEN_FROM_SUBJECT)
                .orElseThrow(() -> new Problem(409, "not-published", "The proof is not ready yet", "The entry is recorded; the next signed checkpoint will cover it. Ask again in a second."));
    }

    private static Problem notYours() {
        return new Problem(404, "not-found", "There is no such entry in your log", "It may not be in the index yet, or it is about somebody else.");
    }
}
