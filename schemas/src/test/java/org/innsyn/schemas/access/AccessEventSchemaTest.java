package org.innsyn.schemas.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the Java records say the same. */
class AccessEventSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final String TEXT = resource("access-event.v1.schema.json");
    private static final JsonNode TREE = JSON.readTree(TEXT);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT, InputFormat.JSON);

    @ParameterizedTest
    @ValueSource(strings = {"read", "disclose", "bulk"})
    void a_golden_example_is_valid_and_survives_the_records(String name) {
        var example = resource("examples/access-event.v1." + name + ".json");
        assertThat(SCHEMA.validate(example, InputFormat.JSON)).isEmpty();
        var event = JSON.readValue(example, AccessEvent.class);
        assertThat(withoutNulls(JSON.readTree(JSON.writeValueAsString(event))).get("data")).isEqualTo(JSON.readTree(example).get("data"));
        assertThat(event.time().toInstant()).isEqualTo(java.time.OffsetDateTime.parse(JSON.readTree(example).get("time").stringValue()).toInstant());
    }

    static Stream<Map.Entry<Class<?>, JsonNode>> records() {
        return Map.<Class<?>, JsonNode>of(
                        AccessEvent.class, TREE,
                        AccessData.class, TREE.at("/$defs/access"),
                        Person.class, TREE.at("/$defs/person"),
                        Identifier.class, TREE.at("/$defs/identifier"),
                        Actor.class, TREE.at("/$defs/actor"),
                        BulkPart.class, TREE.at("/$defs/bulk"))
                .entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_has_the_schemas_properties_and_the_same_ones_are_required(Map.Entry<Class<?>, JsonNode> pair) {
        var components = pair.getKey().getRecordComponents();
        assertThat(pair.getValue().get("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(Arrays.stream(components).map(RecordComponent::getName).toList());
        var required = pair.getValue().get("required").valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
        var notNullable = Arrays.stream(components).filter(each -> !each.getAnnotatedType().isAnnotationPresent(Nullable.class)).map(RecordComponent::getName).collect(Collectors.toSet());
        assertThat(required).isEqualTo(notNullable);
    }

    @Test
    void enumerations_have_the_same_words() {
        assertThat(words(TREE.at("/$defs/access/properties/operation/enum"))).isEqualTo(words(Operation.values()));
        assertThat(words(TREE.at("/$defs/actor/properties/kind/enum"))).isEqualTo(words(ActorKind.values()));
        assertThat(words(TREE.at("/$defs/identifier/properties/type/enum"))).isEqualTo(words(IdentifierType.values()));
    }

    @Test
    void the_limits_are_the_same() {
        assertThat(TREE.at("/$defs/access/properties/subjects/maxItems").intValue()).isEqualTo(AccessData.MAX_SUBJECTS);
        assertThat(TREE.at("/$defs/person/properties/identifiers/maxItems").intValue()).isEqualTo(Person.MAX_IDENTIFIERS);
        assertThat(TREE.at("/$defs/identifier/properties/value/maxLength").intValue()).isEqualTo(Identifier.MAX_VALUE_LENGTH);
        assertThat(TREE.get("description").stringValue()).contains("At most " + AccessEvent.MAX_BYTES + " bytes");
        assertThat(TREE.get("$id").stringValue()).isEqualTo(AccessEvent.SCHEMA);
    }

    private static java.util.List<String> words(JsonNode values) {
        return values.valueStream().map(JsonNode::stringValue).toList();
    }

    private static java.util.List<String> words(Object[] values) {
        return Arrays.stream(values).map(value -> JSON.convertValue(value, String.class)).toList();
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node.isObject()) {
            var object = JSON.createObjectNode();
            node.properties().stream().filter(each -> !each.getValue().isNull()).forEach(each -> object.set(each.getKey(), withoutNulls(each.getValue())));
            return object;
        }
        if (node.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(each -> array.add(withoutNulls(each)));
            return array;
        }
        return node;
    }

    private static String resource(String name) {
        try (var in = AccessEventSchemaTest.class.getResourceAsStream("/org/innsyn/schemas/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
