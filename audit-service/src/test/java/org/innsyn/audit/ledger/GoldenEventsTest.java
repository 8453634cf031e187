package org.innsyn.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.innsyn.audit.breach.BreachEvent;
import org.innsyn.audit.disclosure.NameEvent;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.oversight.FindingEvent;
import org.innsyn.audit.policy.PolicyEvent;
import org.innsyn.platform.eventstore.EventTypes;
import org.innsyn.platform.eventstore.StoredAs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What was stored once can be read for ever: one file per event and revision, never edited after its release. */
class GoldenEventsTest {

    private final Serializer events = AuditHouse.shared().bean("eventSerializer", Serializer.class);
    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<Class<?>> types() {
        return new EventTypes(LedgerEvent.class, PolicyEvent.class, FindingEvent.class, BreachEvent.class, NameEvent.class).classes().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_golden_event_is_read_and_written_the_same(Class<?> type) throws IOException {
        var stored = type.getAnnotation(StoredAs.class);
        var file = "/golden/" + stored.name() + "." + stored.revision() + ".json";
        try (var golden = getClass().getResourceAsStream(file)) {
            assertThat(golden).as("add src/test/resources" + file).isNotNull();
            var bytes = golden.readAllBytes();
            Object event = events.deserialize(new SimpleSerializedObject<>(bytes, byte[].class,
                    new SimpleSerializedType(stored.name(), Integer.toString(stored.revision()))));
            assertThat(event).isInstanceOf(type);
            var written = events.serialize(event, byte[].class);
            assertThat(written.getType().getName()).isEqualTo(stored.name());
            assertThat(json.readTree(new String(written.getData(), StandardCharsets.UTF_8))).isEqualTo(json.readTree(bytes));
        }
    }
}
