package org.innsyn.audit.accesslog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.audit.disclosure.store.Names;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.audit.ledger.store.EntryDetails;
import org.innsyn.audit.ledger.store.Field;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.AccessEntry.ActorView;
import org.innsyn.schemas.accesslog.AccessEntry.Details;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns documents into entries for a reader: opens the vault for what that reader may see. */
final class Entries {

    private static final TypeReference<List<Identifier>> IDENTIFIERS = new TypeReference<>() {};
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private final EntryDetails details;
    private final Actors actors;
    private final Names disclosed;
    private final JsonMapper json = JsonMapper.builder().build();

    Entries(EntryDetails details, Actors actors, Names disclosed) {
        this.details = details;
        this.actors = actors;
        this.disclosed = disclosed;
    }

    /** As the person themselves may see them: units and roles, and names of staff only where that was decided (CJEU C-579/21). */
    List<AccessEntry> forSubject(List<AccessDocument> documents) {
        var opened = details.open(ids(documents));
        var told = disclosed.told(ids(documents));
        var names = actors.ids(documents.stream().filter(document -> told.contains(document.entry())).map(AccessDocument::actor).collect(Collectors.toSet()));
        return documents.stream()
                .map(document -> entry(document, null, told.contains(document.entry()) ? names.get(document.actor()) : null, details(opened.get(document.entry()), false)))
                .toList();
    }

    /** As the data protection officer may see them: who, and about whom. */
    List<AccessEntry> forStaff(List<AccessDocument> documents) {
        var opened = details.open(ids(documents));
        var names = actors.ids(documents.stream().map(AccessDocument::actor).collect(Collectors.toSet()));
        return documents.stream()
                .map(document -> entry(document, document.ledger(), names.get(document.actor()), details(opened.get(document.entry()), true)))
                .toList();
    }

    private static Collection<UUID> ids(List<AccessDocument> documents) {
        return documents.stream().map(AccessDocument::entry).toList();
    }

    private static AccessEntry entry(AccessDocument document, @Nullable UUID ledger, @Nullable String actorId, @Nullable Details details) {
        return new AccessEntry(document.entry(), ledger, document.number(), Instant.parse(document.occurredAt()), Instant.parse(document.recordedAt()),
                document.source(), new ActorView(document.actorKind(), document.unit(), document.role(), actorId), document.operation(),
                document.object(), document.categories(), document.purpose(), document.legalBasis(), document.verdict(),
                document.policyVersion(), document.held(), details);
    }

    private @Nullable Details details(@Nullable Map<String, byte[]> values, boolean staff) {
        if (values == null) {
            return null;
        }
        return new Details(
                staff && values.containsKey(Field.IDENTIFIERS) ? json.readValue(values.get(Field.IDENTIFIERS), IDENTIFIERS) : null,
                text(values, Field.JUSTIFICATION),
                text(values, Field.CASE_REFERENCE),
                text(values, Field.RECIPIENT),
                values.containsKey(Field.FIELDS) ? json.readValue(values.get(Field.FIELDS), WORDS) : null,
                text(values, Field.RECORD_REFERENCE),
                staff ? text(values, Field.CLIENT_ADDRESS) : null);
    }

    private static @Nullable String text(Map<String, byte[]> values, String field) {
        return values.containsKey(field) ? new String(values.get(field), StandardCharsets.UTF_8) : null;
    }
}
