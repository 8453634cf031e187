package org.innsyn.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.HeldReason;
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.schemas.oversight.BreachKind;
import org.innsyn.schemas.oversight.Conclusion;
import org.innsyn.schemas.oversight.FindingKind;
import org.innsyn.schemas.oversight.FindingState;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.IdentityMethod;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.NoticeKind;
import org.innsyn.schemas.request.NoticeView;
import org.innsyn.schemas.request.Opinion;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Question;
import org.innsyn.schemas.request.RefusalGround;
import org.innsyn.schemas.request.ReopeningGround;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.entry.Period;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.signin.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void everything_a_service_can_say_has_words() {
        has("operation.", Operation.values());
        has("kind.", ActorKind.values());
        has("verdict.", Verdict.values());
        has("overview.verdict.", Verdict.values());
        has("held.", HeldReason.values());
        has("finding-kind.", FindingKind.values());
        has("finding-state.", FindingState.values());
        has("conclusion.", Conclusion.values());
        has("right.", Right.values());
        has("state.", RequestState.values());
        has("item-state.", ItemState.values());
        has("outcome.", Outcome.values());
        has("problem.", ServiceProblem.Kind.values());
        has("period.", Period.values());
        has("channel.", Channel.values());
        has("identity.", IdentityMethod.values());
        has("question.", Question.values());
        has("opinion.", Opinion.values());
        has("reopening.", ReopeningGround.values());
        has("refusal.", RefusalGround.values());
        has("breach-kind.", BreachKind.values());
        has("letter.", NoticeKind.values());
        has("letter-state.", NoticeView.State.values());
        has("task.", ManualTaskView.Work.values());
        assertThat(Roles.ALL).allMatch(role -> english().knows("role." + role) && english().knows("role." + role + ".people"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_nb.properties"})
    void every_text_is_a_good_pattern_without_the_apostrophe_that_breaks_patterns(String file) throws IOException {
        assertThat(texts(file)).allSatisfy((key, text) -> {
            assertThat((String) text).doesNotContain("'");
            new MessageFormat((String) text, Locale.ENGLISH).format(new Object[] {1, 2, 3, 4, 5});
        });
    }

    @Test
    void norwegian_says_everything_that_english_says() throws IOException {
        assertThat(texts("messages_nb.properties").keySet())
                .containsExactlyInAnyOrderElementsOf(texts("messages.properties").keySet());
    }

    @Test
    void both_languages_put_the_same_values_into_a_text() throws IOException {
        var norwegian = texts("messages_nb.properties");
        assertThat(texts("messages.properties")).allSatisfy((key, text) ->
                assertThat(places((String) norwegian.get(key))).as("values in %s", key).isEqualTo(places((String) text)));
    }

    @Test
    void every_text_the_pages_name_is_there() throws IOException {
        var named = Pattern.compile("words\\.say\\(\\s*\"([a-z][a-zA-Z0-9.-]*[a-z0-9])\"\\s*[,)]");
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                assertThat(named.matcher(Files.readString(source)).results().map(found -> found.group(1))).as(source.toString()).allMatch(english()::knows);
            }
        }
    }

    @Test
    void an_english_day_stands_before_its_month() {
        var moments = new Moments(english(), Moments.DEFAULT_ZONE, Instant.parse("2026-03-02T12:00:00Z"));
        var picker = new DatePicker();
        Days.in(english(), picker);
        assertThat(moments.date(LocalDate.of(2026, 3, 2))).isEqualTo("Monday 2 March 2026");
        assertThat(picker.getLocale()).isEqualTo(Locale.UK);
        assertThat(picker.getI18n().getDateFormats()).containsExactly("dd/MM/yyyy", "d/M/yyyy");
        assertThat(english().number(1_234_567)).isEqualTo("1,234,567");
        assertThat(english().other().number(1_234_567).replace('\u00a0', ' ')).isEqualTo("1 234 567");
    }

    /** The numbers of the places in a text, also within its choices. */
    private static Set<String> places(String text) {
        return Pattern.compile("\\{(\\d)").matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void has(String prefix, Enum<?>[] values) {
        assertThat(Stream.of(values).map(value -> prefix + value.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .allMatch(english()::knows);
    }

    private static Words english() {
        return Words.in(Locale.ENGLISH);
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var in = WordsTest.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
