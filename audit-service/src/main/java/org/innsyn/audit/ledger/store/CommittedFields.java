package org.innsyn.audit.ledger.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.innsyn.audit.ledger.EntryFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields an entry commits to: what it says in clear, what lies in the vault, and the actor's id. The same bytes when it is recorded
 * and whenever it is proved; {@code docs/proof-format.md} names them.
 */
public final class CommittedFields {

    /** What a person is not shown of an entry about them (CJEU C-579/21). */
    public static final Set<String> HIDDEN_FROM_SUBJECT = Set.of("actor", Field.CLIENT_ADDRESS);

    /** What they are not shown of one for which it was decided that they are told the name. */
    public static final Set<String> HIDDEN_BESIDE_A_NAME = Set.of(Field.CLIENT_ADDRESS);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> OPTIONAL = List.of(Field.IDENTIFIERS, Field.JUSTIFICATION, Field.CASE_REFERENCE, Field.RECIPIENT,
            Field.FIELDS, Field.RECORD_REFERENCE, Field.CLIENT_ADDRESS, Field.BULK, "sequence", "unit", "role", "held", "actor");

    private CommittedFields() {}

    /**
     * @param details what lies in the vault; its secret is no field
     * @param actor the actor's id, null once the actor's key is destroyed
     */
    public static SortedMap<String, byte[]> of(EntryFacts facts, Map<String, byte[]> details, @Nullable String actor) {
        var values = new TreeMap<String, byte[]>();
        // Absent ones as empty, so that a proof also hides which were there.
        OPTIONAL.forEach(name -> values.put(name, new byte[0]));
        values.putAll(details);
        values.remove(Field.SECRET);
        put(values, "actor", actor);
        put(values, "entry", facts.entry().toString());
        put(values, "occurredAt", facts.occurredAt().toString());
        put(values, "recordedAt", facts.recordedAt().toString());
        put(values, "source", facts.source());
        put(values, "sequence", facts.sequence());
        put(values, "actorKind", facts.actorKind());
        put(values, "unit", facts.unit());
        put(values, "role", facts.role());
        put(values, "operation", facts.operation());
        put(values, "object", facts.object());
        put(values, "categories", facts.categories());
        put(values, "purpose", facts.purpose());
        put(values, "legalBasis", facts.legalBasis());
        put(values, "verdict", facts.verdict());
        put(values, "policyVersion", facts.policyVersion());
        put(values, "held", facts.held());
        return values;
    }

    /** Words as UTF-8, anything else as JSON. */
    static void put(Map<String, byte[]> values, String name, @Nullable Object value) {
        switch (value) {
            case null -> { /* stays absent */ }
            case String text -> values.put(name, text.getBytes(StandardCharsets.UTF_8));
            default -> values.put(name, JSON.writeValueAsBytes(value));
        }
    }
}
