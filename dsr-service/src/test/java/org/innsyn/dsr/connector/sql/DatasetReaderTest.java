package org.innsyn.dsr.connector.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetReaderTest {

    private static final Path SHOP = Path.of("src/test/resources/datasets/shop.yaml");

    private final DatasetReader reader = new DatasetReader();

    @Test
    void the_shops_description_is_right() {
        assertThat(reader.read(SHOP).tables()).extracting(Table::name)
                .containsExactly("customers", "subscriptions", "invoices", "cases", "messages");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            key: number                | key: missing                      | does not list its key
            name: messages             | name: 'x"; drop table cases; --'  | pattern
            table: cases}              | table: later}                     | has to stand before it
            ground: bookkeeping-law    | xground: bookkeeping-law          | not defined in the schema
            identity: account          | title2: account                   | not defined in the schema
            - name: account            | - {name: account, rectifiable: true} | by which records are found
            stub: mask_unique          | stub: scramble                    | enumeration
            """)
    void a_wrong_description_is_refused_with_what_and_where(String right, String wrong, String says) throws IOException {
        String yaml = Files.readString(SHOP);
        assertThat(yaml).contains(right);

        assertThatThrownBy(() -> reader.read("shop.yaml", yaml.replace(right, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shop.yaml")
                .hasMessageContaining(says);
    }
}
