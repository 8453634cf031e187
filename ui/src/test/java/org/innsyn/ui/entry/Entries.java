package org.innsyn.ui.entry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.AccessEntry.ActorView;
import org.innsyn.schemas.accesslog.AccessEntry.Details;
import org.innsyn.schemas.accesslog.Verdict;

/** Log lines for tests. */
public final class Entries {

    private Entries() {}

    public static AccessEntry entry(ActorView actor, Operation operation, String object, String purpose, Instant at, Verdict verdict, Details details) {
        return new AccessEntry(UUID.randomUUID(), null, 1, at, at, "urn:test", actor, operation, object, List.of(), purpose,
                "contract", verdict, "1", null, details);
    }

    public static AccessEntry entry(ActorKind kind, Instant at, Verdict verdict) {
        return entry(new ActorView(kind, null, null, null), Operation.READ, "/customers", "support.case", at, verdict, null);
    }

    public static AccessEntry by(ActorView actor, Operation operation, String object, String purpose) {
        return entry(actor, operation, object, purpose, Instant.EPOCH, Verdict.WITHIN_POLICY, null);
    }
}
