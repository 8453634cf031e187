package org.innsyn.audit.ledger.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.innsyn.audit.ledger.EntryCommitment;
import org.innsyn.audit.ledger.LedgerCommand.RecordAccess;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.vault.VaultKey;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.accesslog.HeldReason;
import org.innsyn.schemas.accesslog.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One access as it will stand in one ledger, before its number is known: the command, and the vault row beside it.
 *
 * @param ledger where it will stand
 * @param held why it stands in a controller's ledger
 * @param identifiers as reported; empty where they must not be kept
 */
record EntryDraft(LedgerId ledger, @Nullable HeldReason held, List<Identifier> identifiers) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Everything about the entry that is decided outside the ledger. */
    record Decided(UUID entry, byte[] secret, Instant recordedAt, UUID actor, Verdict verdict, String policyVersion) {}

    RecordAccess command(ReportedAccess access, Decided decided) {
        var data = access.data();
        return new RecordAccess(ledger, decided.entry(), new EntryCommitment(decided.secret(), committed(access, decided)),
                access.occurredAt(), decided.recordedAt(), access.source(), data.sequence(),
                decided.actor(), data.actor().kind(), data.actor().unit(), data.actor().role(),
                data.operation(), data.object(), data.categories(), data.purpose(), data.legalBasis(),
                decided.verdict(), decided.policyVersion(), held);
    }

    EntryDetails.Row row(ReportedAccess access, Decided decided, VaultKey key) {
        var values = new LinkedHashMap<String, byte[]>();
        values.put(Field.SECRET, decided.secret());
        values.putAll(details(access.data()));
        return EntryDetails.Row.seal(decided.entry(), ledger, key, values);
    }

    /** Only what is there; nothing at all about a person who was erased. */
    private Map<String, byte[]> details(AccessData data) {
        var values = new LinkedHashMap<String, byte[]>();
        if (held == HeldReason.ERASED) {
            return values;
        }
        put(values, Field.IDENTIFIERS, identifiers.isEmpty() ? null : identifiers);
        put(values, Field.JUSTIFICATION, data.justification());
        put(values, Field.CASE_REFERENCE, data.caseReference());
        put(values, Field.RECIPIENT, data.recipient());
        put(values, Field.FIELDS, data.fields());
        put(values, Field.RECORD_REFERENCE, data.recordReference());
        put(values, Field.CLIENT_ADDRESS, data.clientAddress());
        put(values, Field.BULK, data.bulk());
        return values;
    }

    /** Every field, absent ones as an empty array, so that a proof also hides which were there. */
    private TreeMap<String, byte[]> committed(ReportedAccess access, Decided decided) {
        var data = access.data();
        var values = new TreeMap<String, byte[]>();
        for (var name : List.of(Field.IDENTIFIERS, Field.JUSTIFICATION, Field.CASE_REFERENCE, Field.RECIPIENT, Field.FIELDS,
                Field.RECORD_REFERENCE, Field.CLIENT_ADDRESS, Field.BULK, "sequence", "unit", "role", "held")) {
            values.put(name, new byte[0]);
        }
        values.putAll(details(data));
        put(values, "entry", decided.entry().toString());
        put(values, "occurredAt", access.occurredAt().toString());
        put(values, "recordedAt", decided.recordedAt().toString());
        put(values, "source", access.source());
        put(values, "sequence", data.sequence());
        put(values, "actor", data.actor().id());
        put(values, "actorKind", data.actor().kind());
        put(values, "unit", data.actor().unit());
        put(values, "role", data.actor().role());
        put(values, "operation", data.operation());
        put(values, "object", data.object());
        put(values, "categories", data.categories());
        put(values, "purpose", data.purpose());
        put(values, "legalBasis", data.legalBasis());
        put(values, "verdict", decided.verdict());
        put(values, "policyVersion", decided.policyVersion());
        put(values, "held", held);
        return values;
    }

    /** Words as UTF-8, anything else as JSON. */
    private static void put(Map<String, byte[]> values, String name, @Nullable Object value) {
        switch (value) {
            case null -> { /* stays absent */ }
            case String text -> values.put(name, text.getBytes(StandardCharsets.UTF_8));
            default -> values.put(name, JSON.writeValueAsBytes(value));
        }
    }

    /** Two names for one person in one event are one entry with both. */
    EntryDraft with(List<Identifier> more) {
        var all = new ArrayList<>(identifiers);
        more.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return new EntryDraft(ledger, held, all);
    }
}
