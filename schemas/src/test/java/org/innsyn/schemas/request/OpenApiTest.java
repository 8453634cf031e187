package org.innsyn.schemas.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.innsyn.schemas.hold.HoldsApi;
import org.innsyn.schemas.manual.ManualTasksApi;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Holds the OpenAPI document against the interfaces that services implement and pages call. {@code -Dinnsyn.docs.write=true} writes it anew and keeps the
 * prose that stands in it.
 */
class OpenApiTest {

    private static final Path FILE = Path.of("src/main/resources/org/innsyn/schemas/requests.openapi.yaml");
    private static final List<String> PROSE = List.of("summary", "description");

    @Test
    void the_document_says_what_the_interfaces_say() throws IOException {
        var said = new OpenApi(RequestsApi.class, RequestDeskApi.class, CopiesApi.class, ReceiptsApi.class, WithholdingApi.class, CorrectionsApi.class, LiftingsApi.class, TransfersApi.class, HoldsApi.class, HeldDataApi.class, ManualTasksApi.class, IdentityCodesApi.class).document();
        if (Boolean.getBoolean("innsyn.docs.write")) {
            write(said);
        }
        var document = read();
        assertThat(withoutProse(document.get("paths"))).isEqualTo(said.get("paths"));
        assertThat(withoutProse(document.get("components"))).isEqualTo(said.get("components"));
    }

    @Test
    void every_operation_is_described_and_says_who_may_call_it() throws IOException {
        var paths = (Map<?, ?>) read().get("paths");
        assertThat(paths.values()).allSatisfy(operations -> assertThat(((Map<?, ?>) operations).values()).allSatisfy(operation -> {
            assertThat((String) ((Map<?, ?>) operation).get("summary")).isNotBlank();
            assertThat((String) ((Map<?, ?>) operation).get("description")).contains("Role");
        }));
    }

    private static Map<String, Object> read() throws IOException {
        return new Yaml().load(Files.readString(FILE));
    }

    private static Object withoutProse(Object node) {
        return switch (node) {
            case Map<?, ?> map -> map.entrySet().stream()
                    // A property of that name is no prose.
                    .filter(entry -> !(PROSE.contains(entry.getKey()) && entry.getValue() instanceof String))
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> withoutProse(entry.getValue())));
            case List<?> list -> list.stream().map(OpenApiTest::withoutProse).toList();
            default -> node;
        };
    }

    @SuppressWarnings("unchecked")
    private static void write(Map<String, Object> said) throws IOException {
        var before = Files.exists(FILE) ? read() : Map.<String, Object>of();
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put("info", before.getOrDefault("info", Map.of("title", "Innsyn: data subjects' requests", "version", "1")));
        document.putAll((Map<String, Object>) plain(said));
        var paths = (Map<String, Object>) document.get("paths");
        paths.forEach((path, operations) -> ((Map<String, Object>) operations).forEach((verb, operation) -> {
            var now = (Map<String, Object>) operation;
            var old = (Map<String, Object>) ((Map<String, Object>) ((Map<String, Object>) before.getOrDefault("paths", Map.of())).getOrDefault(path, Map.of()))
                    .getOrDefault(verb, Map.of());
            PROSE.forEach(prose -> now.put(prose, old.getOrDefault(prose, "")));
            ((Map<String, Object>) now.get("responses")).forEach((status, response) ->
                    ((Map<String, Object>) response).put("description", status.equals("200") ? "Done." : "A problem detail (RFC 9457)."));
        }));
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(160);
        Files.writeString(FILE, new Yaml(options).dump(document));
    }

    /** Of its own maps and lists, so that nothing is written as a reference to something else. */
    private static Object plain(Object node) {
        return switch (node) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.entrySet().stream().sorted(Map.Entry.comparingByKey((a, b) -> map instanceof LinkedHashMap ? 0 : a.toString().compareTo(b.toString())))
                        .forEach(entry -> copy.put((String) entry.getKey(), plain(entry.getValue())));
                yield copy;
            }
            case List<?> list -> list.stream().map(OpenApiTest::plain).collect(Collectors.toCollection(java.util.ArrayList::new));
            default -> node;
        };
    }
}
