package org.innsyn.dsr.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.innsyn.dsr.calendar.Course.Extension;
import org.innsyn.dsr.calendar.Course.Question;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What moves a limit, what does not, and what a person is told about it. */
class LegalClockRulesTest {

    private static final Instant RECEIVED = Instant.parse("2026-06-10T10:00:00Z");
    private final LegalClock clock = new LegalClock(RulePacks.shipped("gdpr-answer-no"));

    @Test
    @DisplayName("L4: an extension needs a ground, a notice inside the first month and a record of its delivery (GDPR Art. 12(3))")
    void an_extension_without_what_it_needs_has_no_effect() {
        var course = Course.from(RECEIVED);
        assertThat(clock.whyNotExtended(course, extension("complexity", "2026-07-10T21:59:59Z"), true)).isEmpty();
        assertThat(why(course, extension("complexity", "2026-07-10T22:00:00Z"), true)).isEqualTo("notice-late");
        assertThat(why(course, extension("complexity", "2026-06-20T10:00:00Z"), false)).isEqualTo("no-delivery-record");
        assertThat(why(course, extension("holidays", "2026-06-20T10:00:00Z"), true)).isEqualTo("ground-unknown");
        assertThat(why(course.with(extension("complexity", "2026-06-20T10:00:00Z")), extension("complexity", "2026-06-21T10:00:00Z"), true))
                .isEqualTo("extended-already");
    }

    @Test
    @DisplayName("L4, L5: days in which the clock stood still lengthen the first month too")
    void a_pause_leaves_more_time_for_the_notice() {
        var paused = Course.from(RECEIVED).asking(new Question("identity", Instant.parse("2026-06-12T10:00:00Z"))).answered(Instant.parse("2026-06-19T10:00:00Z"));
        assertThat(clock.whyNotExtended(paused, extension("complexity", "2026-07-17T10:00:00Z"), true)).isEmpty();
        assertThat(clock.firstLimit(paused, RECEIVED)).isEqualTo("2026-07-17");
    }

    @Test
    @DisplayName("L5: a question asked with undue delay does not stop the clock (GDPR Art. 12(6))")
    void a_late_question_does_not_stop_the_clock() {
        var course = Course.from(RECEIVED);
        assertThat(clock.whyNotSuspended(course, Instant.parse("2026-06-17T10:00:00Z"))).isEmpty();
        assertThat(clock.whyNotSuspended(course, Instant.parse("2026-06-18T10:00:00Z")))
                .hasValueSatisfying(why -> assertThat(why.text()).contains("7 days after Wednesday 10 June 2026").contains("GDPR Art. 12(6)"));
    }

    @Test
    void every_step_is_told_in_words_with_its_source_and_in_parts_for_other_languages() {
        var course = Course.from(RECEIVED)
                .asking(new Question("clarification", Instant.parse("2026-06-12T10:00:00Z")))
                .answered(Instant.parse("2026-06-15T10:00:00Z"))
                .with(extension("complexity", "2026-07-01T10:00:00Z"));

        var deadline = clock.answerTo(course, RECEIVED);

        assertThat(deadline.explanation()).isEqualTo("The request was received on Wednesday 10 June 2026. "
                + "The period was extended by two months, and the person was told on Wednesday 1 July 2026. "
                + "An answer is owed within three months (GDPR Art. 12(3), second sentence): counted from 10 June, that is 10 September "
                + "(Regulation 1182/71 Art. 3(2)(c), in Norway through EEA Annex XVI point 6). "
                + "The clock stood still for 3 days, from 12 June, when the person was asked (clarification), to 15 June, when the answer arrived "
                + "(GDPR Art. 12(6)): that moves the end to Sunday 13 September 2026. "
                + "That day is a Sunday, so the period ends with the next working day, Monday 14 September 2026 (Regulation 1182/71 Art. 3(4)).");
        assertThat(deadline.steps()).extracting(Step::code).containsExactly("received", "extended", "stood-still", "free-day");
        assertThat(deadline.steps().getLast().parameters())
                .containsEntry("free", "2026-09-13").containsEntry("why", "a Sunday").containsEntry("day", "2026-09-14");
        assertThat(deadline.rulePack()).isEqualTo("gdpr-answer-no/2");
    }

    @Test
    void while_an_answer_is_awaited_the_end_moves_a_day_with_every_day() {
        var asked = Course.from(RECEIVED).asking(new Question("identity", Instant.parse("2026-06-12T10:00:00Z")));
        assertThat(clock.answerTo(asked, Instant.parse("2026-06-15T10:00:00Z")).limit()).isEqualTo("2026-07-13");
        assertThat(clock.answerTo(asked, Instant.parse("2026-06-16T10:00:00Z")).limit()).isEqualTo("2026-07-14");
        assertThat(clock.answerTo(asked, Instant.parse("2026-06-16T10:00:00Z")).explanation()).contains("stands still since 12 June");
    }

    @Test
    @DisplayName("L8: 72 plain hours from awareness, over a weekend and over a change of the clocks (GDPR Art. 33(1))")
    void a_breach_is_counted_in_hours_and_never_moved() {
        // The Friday before the clocks are put forward, Easter weekend or not.
        var limit = clock.breachKnownAt(Instant.parse("2026-03-27T15:00:00Z"));
        assertThat(limit.limit()).isEqualTo(Instant.parse("2026-03-30T15:00:00Z"));
        assertThat(limit.step().text()).contains("72 hours (GDPR Art. 33(1))").contains("Art. 3(5)");
    }

    @Test
    @DisplayName("L3: holidays are those of the establishment")
    void the_same_day_is_free_in_bavaria_and_not_in_norway() {
        var bavaria = new LegalClock(RulePacks.shipped("gdpr-answer-de-by"));
        // 4 May + 1 month = 4 June 2026, Corpus Christi, a Thursday.
        var received = Instant.parse("2026-05-04T10:00:00Z");
        assertThat(clock.answerTo(received).limit()).isEqualTo("2026-06-04");
        assertThat(bavaria.answerTo(received).limit()).isEqualTo("2026-06-05");
        assertThat(bavaria.answerTo(received).explanation()).contains("a public holiday (Corpus Christi)");
    }

    @Test
    void a_later_version_of_a_pack_corrects_an_earlier_one_for_the_same_day() {
        var known = RulePack.named("gdpr-answer-no-2");
        var oneMore = new RulePack(
                known.id(), 3, LocalDate.of(2026, 6, 1), null, known.zone(), known.holidayCalendar(), null, List.of(LocalDate.of(2026, 7, 10)), List.of(),
                known.answerMonths(), known.targetDaysBefore(), known.answerSource(), known.monthSource(), known.shortMonthSource(),
                known.nextWorkingDaySource(), known.extension(), known.suspension(), known.refusal(), known.breach());
        var both = new LegalClock(RulePacks.of(known, oneMore));

        assertThat(both.answerTo(RECEIVED).limit()).isEqualTo("2026-07-13");
        assertThat(both.answerTo(RECEIVED).explanation()).contains("a public holiday (named by gdpr-answer-no/3)");
        assertThat(both.answerTo(Instant.parse("2026-05-31T10:00:00Z")).rulePack()).isEqualTo("gdpr-answer-no/2");
        assertThatThrownBy(() -> both.answerTo(Instant.parse("2018-07-19T10:00:00Z"))).hasMessageContaining("gdpr-answer-no");
    }

    @Test
    void a_version_that_knows_no_extension_extends_nothing() {
        var first = new LegalClock(RulePack.named("gdpr-answer-no-1"));
        assertThat(first.whyNotExtended(Course.from(RECEIVED), extension("complexity", "2026-06-20T10:00:00Z"), true)).isPresent();
        assertThat(first.whyNotSuspended(Course.from(RECEIVED), RECEIVED)).isPresent();
    }

    private String why(Course course, Extension extension, boolean delivered) {
        return clock.whyNotExtended(course, extension, delivered).orElseThrow().code();
    }

    private static Extension extension(String ground, String sentAt) {
        return new Extension(ground, Instant.parse(sentAt));
    }
}
