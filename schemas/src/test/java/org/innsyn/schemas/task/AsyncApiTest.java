package org.innsyn.schemas.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The AsyncAPI document and the records say the same. */
class AsyncApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final Map<String, Object> DOCUMENT = read();

    @ParameterizedTest
    @ValueSource(classes = {Task.class, TaskResult.class})
    void a_record_has_the_documents_properties_and_the_same_ones_are_required(Class<?> type) {
        var components = Arrays.stream(type.getRecordComponents()).toList();
        assertThat(((Map<?, ?>) schema(type).get("properties")).keySet().stream().map(String::valueOf))
                .containsExactlyElementsOf(components.stream().map(RecordComponent::getName).toList());
        assertThat(((List<?>) schema(type).get("required")).stream().map(String::valueOf)).containsExactlyElementsOf(
                components.stream().filter(each -> !each.getAnnotatedType().isAnnotationPresent(Nullable.class)).map(RecordComponent::getName).toList());
    }

    @Test
    void the_words_of_the_enums_are_the_same() {
        assertThat(words(Task.class, "action")).isEqualTo(wire(Task.Action.values()));
        assertThat(words(TaskResult.class, "status")).isEqualTo(wire(TaskResult.Status.values()));
        assertThat(List.of(at("channels", "tasks", "address"), at("channels", "results", "address"))).isEqualTo(List.of(Task.TOPIC, TaskResult.TOPIC));
    }

    @ParameterizedTest
    @ValueSource(classes = {Task.class, TaskResult.class})
    void its_examples_are_valid_and_survive_the_records(Class<?> type) {
        String message = Character.toLowerCase(type.getSimpleName().charAt(0)) + type.getSimpleName().substring(1);
        var checked = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(JSON.writeValueAsString(schema(type)), InputFormat.JSON);
        assertThat((List<?>) at("components", "messages", message, "examples")).isNotEmpty().allSatisfy(example -> {
            var text = JSON.writeValueAsString(((Map<?, ?>) example).get("payload"));
            assertThat(checked.validate(text, InputFormat.JSON)).isEmpty();
            assertThat(JSON.readTree(JSON.writeValueAsString(JSON.readValue(text, type)))).isEqualTo(JSON.readTree(text));
        });
    }

    private static List<?> words(Class<?> type, String property) {
        return (List<?>) ((Map<?, ?>) ((Map<?, ?>) schema(type).get("properties")).get(property)).get("enum");
    }

    private static List<String> wire(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> {
            try {
                return value.getDeclaringClass().getField(value.name()).getAnnotation(JsonProperty.class).value();
            } catch (NoSuchFieldException e) {
                throw new AssertionError(e);
            }
        }).toList();
    }

    private static Map<?, ?> schema(Class<?> type) {
        return (Map<?, ?>) at("components", "schemas", type.getSimpleName());
    }

    private static Object at(String... path) {
        Object node = DOCUMENT;
        for (var step : path) {
            node = ((Map<?, ?>) node).get(step);
        }
        return node;
    }

    private static Map<String, Object> read() {
        try {
            return new Yaml().load(Files.readString(Path.of("src/main/resources/org/innsyn/schemas/tasks.asyncapi.yaml")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
