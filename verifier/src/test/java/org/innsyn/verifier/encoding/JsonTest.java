package org.innsyn.verifier.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"\"", "0", "-1", "1.5e+10", "true", "false", "null", "[1,\"a\",{\"b\":[null,true]}]", "\"\\u00e5\\ud83d\\ude00\\n\""})
    void what_is_read_is_written_again(String text) {
        Json value = Json.parse(text);

        assertThat(Json.parse(JsonText.of(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[", "\"", "{]", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":1}", "{a:1}", "01", "1.", ".5", "+1", "-", "1e", "tru", "nul",
        "{} {}", "'a'", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\ud800\"", "\"\t\"", "// a\n1", "NaN", "[1 2]", "{\"a\" 1}", "\"a\\", "\uFEFF1"})
    void what_is_not_json_is_refused(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 100_000})
    void what_nests_too_deep_is_refused_before_the_stack_ends(int depth) {
        assertThatThrownBy(() -> Json.parse("[".repeat(depth))).isInstanceOf(Malformed.class).hasMessageContaining("deep");
    }
}
