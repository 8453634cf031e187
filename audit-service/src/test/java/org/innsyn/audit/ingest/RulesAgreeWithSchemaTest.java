package org.innsyn.audit.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules in code and the published schema give the same verdict on the same events. */
class RulesAgreeWithSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GOLDEN = resource("examples/access-event.v1.read.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("access-event.v1.schema.json"), InputFormat.JSON);

    private final EventReader reader = new EventReader();

    static Stream<Arguments> changes() {
        return Stream.of(
                change("nothing", true, event -> {}),
                change("an extension attribute", true, event -> event.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")),
                change("no optional field", true, event -> data(event).remove(java.util.List.of("justification", "caseReference", "fields", "recordReference", "clientAddress", "sequence"))),
                change("eight identifiers", true, event -> identifiers(event, 8)),
                change("nine identifiers", false, event -> identifiers(event, 9)),
                change("no identifier", false, event -> identifiers(event, 0)),
                change("no subjects", false, event -> data(event).set("subjects", JSON.createArrayNode())),
                change("subjects missing", false, event -> data(event).remove("subjects")),
                change("actor missing", false, event -> data(event).remove("actor")),
                change("actor without id", false, event -> ((ObjectNode) data(event).get("actor")).remove("id")),
                change("actor of unknown kind", false, event -> ((ObjectNode) data(event).get("actor")).put("kind", "robot")),
                change("a unit that is a sentence", false, event -> ((ObjectNode) data(event).get("actor")).put("unit", "The team on floor 3")),
                change("an unknown operation", false, event -> data(event).put("operation", "peek")),
                change("operation in capitals", false, event -> data(event).put("operation", "READ")),
                change("an object that is no path", false, event -> data(event).put("object", "customers")),
                change("an object of nine parts", false, event -> data(event).put("object", "/a/b/c/d/e/f/g/h/i")),
                change("no categories", false, event -> data(event).set("categories", JSON.createArrayNode())),
                change("a purpose with blanks", false, event -> data(event).put("purpose", "to have a look")),
                change("purpose missing", false, event -> data(event).remove("purpose")),
                change("legal basis missing", false, event -> data(event).remove("legalBasis")),
                change("an empty justification", false, event -> data(event).put("justification", "")),
                change("a blank justification", false, event -> data(event).put("justification", "  ")),
                change("a long justification", true, event -> data(event).put("justification", "x".repeat(4_000))),
                change("too long a justification", false, event -> data(event).put("justification", "x".repeat(4_001))),
                change("a disclosure to nobody", false, event -> data(event).put("operation", "disclose")),
                change("a disclosure to somebody", true, event -> data(event).put("operation", "disclose").put("recipient", "a court")),
                change("a field that does not belong", false, event -> data(event).put("mood", "curious")),
                change("an identifier of unknown type", false, event -> ((ObjectNode) event.at("/data/subjects/0/identifiers/0")).put("type", "passport")),
                change("an identifier that is too long", false, event -> ((ObjectNode) event.at("/data/subjects/0/identifiers/0")).put("value", "x".repeat(321))),
                change("a negative sequence", false, event -> data(event).put("sequence", -1)),
                change("a sequence in words", false, event -> data(event).put("sequence", "seven")),
                change("part 0", false, event -> data(event).putObject("bulk").put("id", "b").put("part", 0).put("of", 3)),
                change("a part without of", false, event -> data(event).putObject("bulk").put("id", "b").put("part", 1)),
                change("another spec version", false, event -> event.put("specversion", "0.3")),
                change("another type", false, event -> event.put("type", "org.example.other")),
                change("no id", false, event -> event.remove("id")),
                change("no time", false, event -> event.remove("time")),
                change("no data", false, event -> event.remove("data")),
                change("another content type", false, event -> event.put("datacontenttype", "text/xml")),
                change("another data schema", false, event -> event.put("dataschema", "urn:example:other")),
                change("an id that is too long", false, event -> event.put("id", "x".repeat(201))));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("changes")
    void both_say_the_same(String what, boolean valid, java.util.function.Consumer<ObjectNode> change) {
        var event = (ObjectNode) JSON.readTree(GOLDEN);
        change.accept(event);
        var text = JSON.writeValueAsString(event);
        assertThat(SCHEMA.validate(text, InputFormat.JSON).isEmpty()).as("the schema").isEqualTo(valid);
        assertThat(reader.event(text.getBytes(StandardCharsets.UTF_8)) instanceof Parsed.Valid).as("the rules").isEqualTo(valid);
    }

    private static Arguments change(String what, boolean valid, java.util.function.Consumer<ObjectNode> change) {
        return Arguments.of(what, valid, change);
    }

    private static ObjectNode data(ObjectNode event) {
        return (ObjectNode) event.get("data");
    }

    private static void identifiers(ObjectNode event, int count) {
        var identifiers = (ArrayNode) event.at("/data/subjects/0/identifiers");
        identifiers.removeAll();
        for (int i = 0; i < count; i++) {
            identifiers.addObject().put("type", "account").put("value", "a" + i);
        }
    }

    private static String resource(String name) {
        try (var in = RulesAgreeWithSchemaTest.class.getResourceAsStream("/org/innsyn/schemas/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
