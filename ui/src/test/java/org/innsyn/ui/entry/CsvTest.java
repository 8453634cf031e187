package org.innsyn.ui.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://example.org\")"})
    void what_a_spreadsheet_would_carry_out_is_text(String value) {
        assertThat(Csv.row(List.of(value))).matches("\"?'[\\s\\S]*");
    }

    @Test
    void what_would_end_a_value_is_quoted() {
        assertThat(Csv.row(List.of("a,b", "he said \"no\"", "two\nlines", "plain"))).isEqualTo("\"a,b\",\"he said \"\"no\"\"\",\"two\nlines\",plain\r\n");
    }
}
