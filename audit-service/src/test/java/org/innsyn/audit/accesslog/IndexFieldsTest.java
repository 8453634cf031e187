package org.innsyn.audit.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The page that says what the index holds in clear, the mapping, and the documents agree. */
class IndexFieldsTest {

    @Test
    void every_field_in_clear_is_documented_and_no_other_is_written() throws IOException {
        var page = Files.readString(Path.of(System.getProperty("innsyn.root"), "docs", "index-fields.md"));
        var documented = Pattern.compile("(?m)^\\| `([a-zA-Z]+)` \\|").matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
        try (var mapping = getClass().getResourceAsStream("/access-log.index.json")) {
            var fields = JsonMapper.builder().build().readTree(mapping).at("/mappings/properties").propertyNames();
            assertThat(fields).containsExactlyInAnyOrderElementsOf(documented);
        }
        assertThat(Arrays.stream(AccessDocument.class.getRecordComponents()).map(RecordComponent::getName)).containsExactlyInAnyOrderElementsOf(documented);
    }
}
