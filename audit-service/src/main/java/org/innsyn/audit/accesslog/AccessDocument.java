package org.innsyn.audit.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.HeldReason;
import org.innsyn.schemas.accesslog.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the index holds it: what people search by, all of it in clear, and nothing that identifies or describes a person.
 * {@code docs/index-fields.md} lists the fields.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessDocument(
        UUID entry,
        UUID ledger,
        long number,
        String occurredAt,
        String recordedAt,
        String source,
        UUID actor,
        ActorKind actorKind,
        @Nullable String unit,
        @Nullable String role,
        Operation operation,
        String object,
        List<String> categories,
        String purpose,
        String legalBasis,
        Verdict verdict,
        String policyVersion,
        boolean underRestriction,
        @Nullable HeldReason held) {

    static AccessDocument of(AccessRecorded event) {
        return new AccessDocument(event.entry(), event.ledger().value(), event.number(), event.occurredAt().toString(),
                event.recordedAt().toString(), event.source(), event.actor(), event.actorKind(), event.unit(), event.role(),
                event.operation(), event.object(), event.categories(), event.purpose(), event.legalBasis(), event.verdict(),
                event.policyVersion(), event.underRestriction(), event.held());
    }
}
