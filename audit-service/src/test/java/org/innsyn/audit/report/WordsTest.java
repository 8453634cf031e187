package org.innsyn.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A report's text says the same in each of its languages. */
class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d|%d");

    @Test
    void both_languages_have_the_same_words_with_the_same_places_for_values() throws IOException {
        assertThat(places("words_nb.properties")).isEqualTo(places("words.properties"));
    }

    private static TreeMap<String, Object> places(String file) throws IOException {
        var words = new Properties();
        try (var in = new InputStreamReader(Objects.requireNonNull(PrintedFacts.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        var places = new TreeMap<String, Object>();
        words.forEach((key, text) -> places.put(key.toString(), PLACE.matcher(text.toString()).results().map(each -> each.group()).distinct().sorted().collect(Collectors.toList())));
        return places;
    }
}
