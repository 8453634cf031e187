package org.innsyn.dsr.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.innsyn.dsr.calendar.Course.Extension;
import org.innsyn.dsr.calendar.Course.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the clock against the table in docs/legal-clock.md, which people can check with a calendar in their hand. */
class WorkedExamplesTest {

    private static final Path PAGE = Path.of(System.getProperty("innsyn.root", ".."), "docs/legal-clock.md");

    record Example(String pack, LocalDate received, List<String> happened, LocalDate counted, LocalDate owed, String why) {}

    static Stream<Example> examples() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| gdpr-"))
                .map(line -> Stream.of(line.split("\\|")).skip(1).map(String::strip).toList())
                .map(cells -> new Example(cells.get(0), day(cells.get(1)), List.of(cells.get(2).split(", ")), day(cells.get(3)), day(cells.get(4)), cells.get(5)));
    }

    @Test
    void the_table_has_what_people_ask_for_first() throws IOException {
        assertThat(examples().map(Example::received))
                .contains(LocalDate.of(2026, 1, 31), LocalDate.of(2028, 2, 29), LocalDate.of(2025, 11, 24), LocalDate.of(2026, 3, 2))
                .hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_clock_says_what_the_table_says(Example example) {
        var rules = RulePack.named(example.pack());
        var clock = new LegalClock(rules);
        var course = Course.from(noon(rules, example.received()));
        for (var what : example.happened()) {
            var words = what.split(" ");
            course = switch (words[0]) {
                case "-" -> course;
                case "told" -> told(clock, course, noon(rules, day(words[1])));
                case "asked" -> asked(clock, course, noon(rules, day(words[1])));
                case "answered" -> course.answered(noon(rules, day(words[1])));
                default -> throw new AssertionError("docs/legal-clock.md says \"" + what + "\", which this test does not know");
            };
        }
        var deadline = clock.answerTo(course, noon(rules, example.received()));
        assertThat(deadline.limit()).as(example.why()).isEqualTo(example.owed());
        assertThat(deadline.steps().get(1).parameters()).as(example.why()).containsEntry("day", example.counted().toString());
    }

    private static Course told(LegalClock clock, Course course, Instant at) {
        var extension = new Extension("complexity", at);
        return clock.whyNotExtended(course, extension, true).isEmpty() ? course.with(extension) : course;
    }

    private static Course asked(LegalClock clock, Course course, Instant at) {
        return clock.whyNotSuspended(course, at).isEmpty() ? course.asking(new Question("identity", at)) : course;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Instant noon(RulePack rules, LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(rules.zone()).toInstant();
    }
}
