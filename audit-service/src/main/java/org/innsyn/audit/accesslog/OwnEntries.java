package org.innsyn.audit.accesslog;

import java.util.Optional;
import java.util.UUID;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.access.ActorKind;

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

    private static Problem notYours() {
        return new Problem(404, "not-found", "There is no such entry in your log", "It may not be in the index yet, or it is about somebody else.");
    }
}
