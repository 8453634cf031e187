package org.innsyn.audit.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.innsyn.audit.ledger.LedgerEvent.AccessRecorded;
import org.innsyn.audit.ledger.LedgerKind;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.HeldReason;
import org.innsyn.schemas.accesslog.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code accesses.jsonl}. What stands between {@code occurredAt} and {@code held} is proved by the log; the pseudonyms are the
 * company's word.
 *
 * @param index the leaf in the log
 * @param log whose ledger it stands in: a person's, or one of the controller's
 * @param person the person in this report; absent where it is nobody's own ledger
 * @param actor who did it, in this report
 * @param recipient to whom it was disclosed, in this report
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportRow(
        long index,
        String occurredAt,
        String recordedAt,
        String source,
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
        @Nullable HeldReason held,
        LedgerKind log,
        @Nullable String person,
        String actor,
        @Nullable String recipient) {

    static ReportRow of(long index, AccessRecorded entry, LedgerKind kind, @Nullable String recipient, Pseudonyms names) {
        UUID ledger = entry.ledger().value();
        return new ReportRow(index, entry.occurredAt().toString(), entry.recordedAt().toString(), entry.source(), entry.actorKind(), entry.unit(), entry.role(),
                entry.operation(), entry.object(), entry.categories(), entry.purpose(), entry.legalBasis(), entry.verdict(), entry.policyVersion(), entry.held(),
                kind, kind == LedgerKind.PERSON ? names.person(ledger) : null, names.actor(entry.actor()), recipient == null ? null : names.recipient(recipient));
    }

    /** An enumeration's word in tables: as it stands on the wire. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
