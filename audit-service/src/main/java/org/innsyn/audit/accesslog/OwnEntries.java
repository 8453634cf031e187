package org.innsyn.audit.accesslog;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.oversight.NameView.Access;

/** Finds entries of a signed-in person's own log, and of nobody else's. */
public final class OwnEntries {

    private final AccessLogIndex index;
    private final Identities identities;

    OwnEntries(AccessLogIndex index, Identities identities) {
        this.index = index;
        this.identities = identities;
    }

    /** An entry, whose log it stands in, and the random reference to who looked. */
    public record OwnEntry(UUID entry, LedgerId ledger, UUID actor) {}

    public Optional<LedgerId> ledger(SignedIn reader) {
        return reader.account().flatMap(identities::ofAccount);
    }

    /** @throws Problem not-found when it is not theirs, or not in the index yet; invalid when no member of staff looked */
    public OwnEntry of(SignedIn reader, UUID entry) {
        var ledger = ledger(reader).orElseThrow(OwnEntries::notYours);
        var document = index.search(s -> s.routing(ledger.toString()).size(1)
                        .query(q -> q.bool(b -> b.filter(AccessLogIndex.of(ledger)).filter(f -> f.term(t -> t.field("entry").value(entry.toString()))))))
                .hits().hits().stream().findFirst().orElseThrow(OwnEntries::notYours).source();
        if (document.actorKind() != ActorKind.STAFF) {
            throw new Problem(422, "invalid", "Nobody has a name here", "A program, a supplier or you yourself looked, not a member of staff. Nothing was changed.");
        }
        return new OwnEntry(entry, ledger, document.actor());
    }

    /** What was done in these entries, in codes that name nobody; those that are not in the index, or no more, are left out. */
    public Map<UUID, Access> accesses(Collection<UUID> entries) {
        var ids = entries.stream().map(UUID::toString).map(FieldValue::of).toList();
        return index.search(s -> s.size(Math.max(1, ids.size())).query(q -> q.terms(t -> t.field("entry").terms(v -> v.value(ids)))))
                .hits().hits().stream().map(hit -> hit.source()).collect(Collectors.toMap(AccessDocument::entry, document -> new Access(
                        Instant.parse(document.occurredAt()), document.unit(), document.operation(), document.object(), document.purpose())));
    }

    private static Problem notYours() {
        return new Problem(404, "not-found", "There is no such entry in your log", "It may not be in the index yet, or it is about somebody else.");
    }
}
