package org.innsyn.dsr.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.innsyn.dsr.request.Language;
import org.innsyn.schemas.request.NoticeKind;
import org.junit.jupiter.api.Test;

class LettersTest {

    private static final Pattern WORD = Pattern.compile("\\{([^}]*)}");

    @Test
    void both_languages_have_the_same_letters_with_the_same_words_in_them() {
        var english = Letters.texts(Language.EN);
        var norwegian = Letters.texts(Language.NB);
        assertThat(norwegian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key ->
                assertThat(words(norwegian.getProperty(key))).as(key).isEqualTo(words(english.getProperty(key))));
    }

    @Test
    void every_kind_has_a_letter_and_a_refusal_says_where_to_complain() {
        for (var language : Language.values()) {
            for (var kind : NoticeKind.values()) {
                String key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
                assertThat(Letters.texts(language).getProperty(key + ".subject")).contains("{reference}");
                assertThat(Letters.texts(language).getProperty(key + ".text")).isNotBlank();
            }
            assertThat(Letters.texts(language).getProperty("refused.text")).contains("{authority}").contains("77").contains("79");
        }
    }

    /** The person's account stands only where somebody else has to know whom it is about. */
    @Test
    void no_letter_to_the_person_names_their_account_or_which_right_it_is() {
        for (var language : Language.values()) {
            Letters.texts(language).forEach((key, text) -> {
                if (!String.valueOf(key).startsWith("recipient.")) {
                    assertThat(words(String.valueOf(text))).as(String.valueOf(key)).doesNotContain("account", "done");
                }
            });
        }
    }

    @Test
    void what_is_filled_in_is_not_filled_in_again() {
        assertThat(Letters.fill("Hello {name}, {nothing}", Map.of("name", "{code} $1 \\", "code", "secret"))).isEqualTo("Hello {code} $1 \\, ");
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map((MatchResult word) -> word.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
