package org.innsyn.audit.ledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.audit.ledger.EntryCommitment;
import org.innsyn.audit.ledger.LedgerCommand.Facts;
import org.innsyn.audit.ledger.LedgerCommand.RecordAccess;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.Remark;
import org.innsyn.audit.policy.Judgement;
import org.innsyn.platform.vault.VaultKey;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.accesslog.HeldReason;
import org.jspecify.annotations.Nullable;

/**
 * One access as it will stand in one ledger, before its number is known: the command, and the vault row beside it.
 *
 * @param ledger where it will stand
 * @param held why it stands in a controller's ledger
 * @param identifiers as reported; empty where they must not be kept
 */
record EntryDraft(LedgerId ledger, @Nullable HeldReason held, List<Identifier> identifiers) {

    /** Everything about the entry that is decided outside the ledger. */
    record Decided(UUID entry, byte[] secret, Instant recordedAt, UUID actor, Judgement judgement, boolean afterErasure) {}

    /** What is sent to the ledger, and what is written beside it. */
    record Entry(RecordAccess command, EntryDetails.Row row) {}

    Entry entry(ReportedAccess access, Decided decided, VaultKey key) {
        var details = details(access.data());
        return new Entry(command(access, decided, details), row(decided, key, details));
    }

    private RecordAccess command(ReportedAccess access, Decided decided, Map<String, byte[]> details) {
        var data = access.data();
        var facts = new Facts(decided.entry(), access.occurredAt(), decided.recordedAt(), access.source(), data.sequence(),
                data.actor().kind(), data.actor().unit(), data.actor().role(), data.operation(), data.object(), data.categories(),
                data.purpose(), data.legalBasis(), decided.judgement().verdict(), decided.judgement().version(), held,
                decided.judgement().ruling(), decided.judgement().staff(), remarks(decided));
        var fields = CommittedFields.of(facts, details, data.actor().id());
        return new RecordAccess(ledger, facts, decided.actor(), new EntryCommitment(decided.secret(), fields));
    }

    private static List<Remark> remarks(Decided decided) {
        var remarks = new ArrayList<Remark>();
        if (decided.judgement().contradicted()) {
            remarks.add(Remark.CONTRADICTS_DIRECTORY);
        }
        if (decided.afterErasure()) {
            remarks.add(Remark.AFTER_ERASURE);
        }
        return remarks;
    }

    private EntryDetails.Row row(Decided decided, VaultKey key, Map<String, byte[]> details) {
        var values = new LinkedHashMap<String, byte[]>();
        values.put(Field.SECRET, decided.secret());
        values.putAll(details);
        return EntryDetails.Row.seal(decided.entry(), ledger, key, values);
    }

    /** Only what is there; nothing at all about a person who was erased. */
    private Map<String, byte[]> details(AccessData data) {
        var values = new LinkedHashMap<String, byte[]>();
        if (held == HeldReason.ERASED) {
            return values;
        }
        CommittedFields.put(values, Field.IDENTIFIERS, identifiers.isEmpty() ? null : identifiers);
        CommittedFields.put(values, Field.JUSTIFICATION, data.justification());
        CommittedFields.put(values, Field.CASE_REFERENCE, data.caseReference());
        CommittedFields.put(values, Field.RECIPIENT, data.recipient());
        CommittedFields.put(values, Field.FIELDS, data.fields());
        CommittedFields.put(values, Field.RECORD_REFERENCE, data.recordReference());
        CommittedFields.put(values, Field.CLIENT_ADDRESS, data.clientAddress());
        CommittedFields.put(values, Field.BULK, data.bulk());
        return values;
    }

    /** Two names for one person in one event are one entry with both. */
    EntryDraft with(List<Identifier> more) {
        var all = new ArrayList<>(identifiers);
        more.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return new EntryDraft(ledger, held, all);
    }
}
