package org.innsyn.dsr.request;

import static org.innsyn.dsr.request.Given.APPROVED;
import static org.innsyn.dsr.request.Given.ASSESSED;
import static org.innsyn.dsr.request.Given.AT;
import static org.innsyn.dsr.request.Given.BY_LETTER;
import static org.innsyn.dsr.request.Given.CONTROLLER;
import static org.innsyn.dsr.request.Given.HANDLER;
import static org.innsyn.dsr.request.Given.ID;
import static org.innsyn.dsr.request.Given.LAW;
import static org.innsyn.dsr.request.Given.PERSON;
import static org.innsyn.dsr.request.Given.PREPARED;
import static org.innsyn.dsr.request.Given.SAID;
import static org.innsyn.dsr.request.Given.SUBMITTED;
import static org.innsyn.dsr.request.Given.at;
import static org.innsyn.dsr.request.Given.day;
import static org.innsyn.dsr.request.Given.fixture;
import static org.innsyn.dsr.request.Given.identity;
import static org.innsyn.dsr.request.Given.rejects;

import java.util.UUID;
import org.innsyn.dsr.calendar.Course;
import org.innsyn.dsr.calendar.Course.Extension;
import org.innsyn.dsr.calendar.Deadline;
import org.innsyn.dsr.request.Rejected.Reason;
import org.innsyn.dsr.request.RequestCommand.ApproveRequest;
import org.innsyn.dsr.request.RequestCommand.AskPerson;
import org.innsyn.dsr.request.RequestCommand.ExtendRequest;
import org.innsyn.dsr.request.RequestCommand.JoinDuplicate;
import org.innsyn.dsr.request.RequestCommand.NoteDeadlines;
import org.innsyn.dsr.request.RequestCommand.RecordAnswer;
import org.innsyn.dsr.request.RequestCommand.RecordUndelivered;
import org.innsyn.dsr.request.RequestCommand.RefuseRequest;
import org.innsyn.dsr.request.RequestCommand.ReviewDeadline;
import org.innsyn.dsr.request.RequestCommand.SubmitRequest;
import org.innsyn.dsr.request.RequestEvent.DeadlinesMoved;
import org.innsyn.dsr.request.RequestEvent.DuplicateJoined;
import org.innsyn.dsr.request.RequestEvent.ExtensionIneffective;
import org.innsyn.dsr.request.RequestEvent.ExtensionUndelivered;
import org.innsyn.dsr.request.RequestEvent.PeriodExtended;
import org.innsyn.dsr.request.RequestEvent.PersonAnswered;
import org.innsyn.dsr.request.RequestEvent.PersonAsked;
import org.innsyn.dsr.request.RequestEvent.RequestCompleted;
import org.innsyn.dsr.request.RequestEvent.RequestOverdue;
import org.innsyn.dsr.request.RequestEvent.RequestRefused;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.dsr.request.RequestEvent.TargetPassed;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.Question;
import org.innsyn.schemas.request.RefusalGround;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The clock of a request, as the law tells it. */
class RequestClockTest {

    private static final Course ASKED = Course.from(AT).asking(identity("2026-06-12"));
    private static final PersonAsked QUESTION = new PersonAsked(
            ID, Question.IDENTITY, at("2026-06-12"), SAID, null, LAW.answerTo(ASKED, at("2026-06-12")), HANDLER, at("2026-06-12"));
    private static final PersonAnswered ANSWER = new PersonAnswered(
            ID, at("2026-06-15"), SAID, LAW.answerTo(ASKED.answered(at("2026-06-15")), at("2026-06-15")), HANDLER, at("2026-06-15"));
    private static final Course EXTENDED_COURSE = Course.from(AT).with(new Extension("complexity", at("2026-07-10")));
    private static final PeriodExtended EXTENDED = new PeriodExtended(
            ID, "complexity", at("2026-07-10"), SAID, LAW.answerTo(EXTENDED_COURSE, at("2026-07-13")), CONTROLLER, at("2026-07-13"));

    @Test
    @DisplayName("L1: the clock starts when it is received, not when somebody recognises or records it (GDPR Art. 12(3))")
    void a_letter_counts_from_the_day_it_arrived() {
        fixture().givenNoPriorActivity()
                .when(new SubmitRequest(ID, "R-7Q4K-2M", Right.ACCESS, PERSON, Channel.LETTER, AT, at("2026-06-15"), HANDLER, at("2026-06-16")))
                .expectEvents(new RequestSubmitted(
                        ID, "R-7Q4K-2M", Right.ACCESS, PERSON, Channel.LETTER, AT, at("2026-06-15"), HANDLER, LAW.answerTo(AT), at("2026-06-16")));
    }

    @Test
    void what_has_not_come_yet_and_what_was_recognised_before_it_came_is_refused() {
        rejects(fixture().givenNoPriorActivity().when(new SubmitRequest(
                ID, "R-7Q4K-2M", Right.ACCESS, PERSON, Channel.LETTER, at("2026-06-17"), at("2026-06-17"), HANDLER, at("2026-06-16"))), Reason.INVALID);
        rejects(fixture().givenNoPriorActivity().when(new SubmitRequest(
                ID, "R-7Q4K-2M", Right.ACCESS, PERSON, Channel.LETTER, AT, at("2026-06-09"), HANDLER, at("2026-06-16"))), Reason.INVALID);
        rejects(fixture().givenNoPriorActivity().when(new SubmitRequest(
                ID, "R-7Q4K-2M", Right.ACCESS, PERSON, Channel.LETTER, at("2018-07-01"), at("2018-07-01"), HANDLER, at("2026-06-16"))), Reason.INVALID);
    }

    @Test
    void nobody_enters_their_own_request_for_the_desk() {
        rejects(fixture().givenNoPriorActivity().when(new SubmitRequest(
                ID, "R-7Q4K-2M", Right.ACCESS, PERSON, Channel.PHONE, AT, AT, PERSON, AT)), Reason.SAME_PERSON);
    }

    @Test
    @DisplayName("L1: the same wish that came earlier by another way starts the clock")
    void a_duplicate_that_came_earlier_moves_the_start() {
        fixture().given(SUBMITTED)
                .when(new JoinDuplicate(ID, Channel.LETTER, at("2026-06-08"), SAID, HANDLER, at("2026-06-11")))
                .expectEvents(new DuplicateJoined(
                        ID, Channel.LETTER, at("2026-06-08"), SAID, LAW.answerTo(at("2026-06-08")), HANDLER, at("2026-06-11")));
        fixture().given(SUBMITTED)
                .when(new JoinDuplicate(ID, Channel.EMAIL, at("2026-06-11"), null, HANDLER, at("2026-06-11")))
                .expectEvents(new DuplicateJoined(ID, Channel.EMAIL, at("2026-06-11"), null, LAW.answerTo(AT), HANDLER, at("2026-06-11")));
    }

    @Test
    @DisplayName("L4: two further months when the person was told inside the first month (GDPR Art. 12(3))")
    void told_on_the_last_day_of_the_first_month_and_recorded_later() {
        fixture().given(SUBMITTED)
                .when(new ExtendRequest(ID, 0, "complexity", at("2026-07-10"), true, SAID, CONTROLLER, at("2026-07-13")))
                .expectEvents(EXTENDED);
    }

    @Test
    @DisplayName("L4: a late notice is recorded and has no effect")
    void told_a_day_too_late() {
        var why = LAW.whyNotExtended(Course.from(AT), new Extension("complexity", at("2026-07-11")), true).orElseThrow();
        fixture().given(SUBMITTED)
                .when(new ExtendRequest(ID, 0, "complexity", at("2026-07-11"), true, SAID, CONTROLLER, at("2026-07-13")))
                .expectEvents(new ExtensionIneffective(ID, "complexity", at("2026-07-11"), SAID, why, CONTROLLER, at("2026-07-13")));
    }

    @Test
    @DisplayName("L4: a notice without a delivery record is recorded and has no effect")
    void told_but_nobody_can_show_it() {
        var why = LAW.whyNotExtended(Course.from(AT), new Extension("complexity", at("2026-06-20")), false).orElseThrow();
        fixture().given(SUBMITTED)
                .when(new ExtendRequest(ID, 0, "complexity", at("2026-06-20"), false, SAID, CONTROLLER, at("2026-06-20")))
                .expectEvents(new ExtensionIneffective(ID, "complexity", at("2026-06-20"), SAID, why, CONTROLLER, at("2026-06-20")));
    }

    @Test
    @DisplayName("L4: once")
    void a_second_extension_has_no_effect() {
        var why = LAW.whyNotExtended(EXTENDED_COURSE, new Extension("number-of-requests", at("2026-07-10")), true).orElseThrow();
        fixture().given(SUBMITTED, EXTENDED)
                .when(new ExtendRequest(ID, 1, "number-of-requests", at("2026-07-10"), true, SAID, CONTROLLER, at("2026-07-20")))
                .expectEvents(new ExtensionIneffective(ID, "number-of-requests", at("2026-07-10"), SAID, why, CONTROLLER, at("2026-07-20")));
    }

    @Test
    @DisplayName("L4: a notice that came back told nobody, so the period is what it was; told again in time, it is longer")
    void an_extension_whose_notice_came_back_has_no_effect_any_more() {
        var undelivered = new ExtensionUndelivered(ID, "complexity", at("2026-07-10"), SAID, LAW.answerTo(AT), at("2026-07-13"));
        fixture().given(SUBMITTED, EXTENDED).when(new RecordUndelivered(ID, SAID, at("2026-07-13"))).expectEvents(undelivered);
        fixture().given(SUBMITTED, EXTENDED, undelivered).when(new NoteDeadlines(ID, at("2026-07-13"))).expectEvents(new RequestOverdue(ID, day("2026-07-10"), at("2026-07-13")));
        fixture().given(SUBMITTED, EXTENDED, undelivered)
                .when(new ExtendRequest(ID, 2, "complexity", at("2026-07-10"), true, SAID, CONTROLLER, at("2026-07-13")))
                .expectEvents(EXTENDED);
    }

    @Test
    void what_comes_back_of_another_notice_a_second_time_or_after_the_end_changes_nothing() {
        var undelivered = new ExtensionUndelivered(ID, "complexity", at("2026-07-10"), SAID, LAW.answerTo(AT), at("2026-07-13"));
        fixture().given(SUBMITTED, EXTENDED).when(new RecordUndelivered(ID, UUID.randomUUID(), at("2026-07-13"))).expectNoEvents();
        fixture().given(SUBMITTED, EXTENDED, undelivered).when(new RecordUndelivered(ID, SAID, at("2026-07-14"))).expectNoEvents();
        fixture().given(SUBMITTED).when(new RecordUndelivered(ID, SAID, at("2026-07-13"))).expectNoEvents();
        fixture().given(SUBMITTED, EXTENDED, ASSESSED, PREPARED, APPROVED, new RequestCompleted(ID, AT)).when(new RecordUndelivered(ID, SAID, at("2026-07-13"))).expectNoEvents();
    }

    @Test
    @DisplayName("L5: the clock stands still from the question to the answer (GDPR Art. 12(6))")
    void asked_and_answered_moves_the_limit_by_the_days_between() {
        fixture().given(BY_LETTER)
                .when(new AskPerson(ID, 0, Question.IDENTITY, at("2026-06-12"), SAID, HANDLER, at("2026-06-12")))
                .expectEvents(QUESTION);
        fixture().given(BY_LETTER, QUESTION)
                .when(new RecordAnswer(ID, 1, at("2026-06-15"), SAID, HANDLER, at("2026-06-15")))
                .expectEvents(ANSWER);
        org.assertj.core.api.Assertions.assertThat(ANSWER.deadline().limit()).isEqualTo("2026-07-13");
    }

    @Test
    @DisplayName("L5: a question asked with undue delay does not stop the clock, and is recorded with the reason")
    void asked_late() {
        var why = LAW.whyNotSuspended(Course.from(AT), at("2026-06-18")).orElseThrow();
        var late = new PersonAsked(ID, Question.CLARIFICATION, at("2026-06-18"), SAID, why, LAW.answerTo(AT), HANDLER, at("2026-06-18"));
        fixture().given(SUBMITTED)
                .when(new AskPerson(ID, 0, Question.CLARIFICATION, at("2026-06-18"), SAID, HANDLER, at("2026-06-18")))
                .expectEvents(late);
        fixture().given(SUBMITTED, late)
                .when(new RecordAnswer(ID, 1, at("2026-06-25"), null, HANDLER, at("2026-06-25")))
                .expectEvents(new PersonAnswered(ID, at("2026-06-25"), null, LAW.answerTo(AT), HANDLER, at("2026-06-25")));
    }

    @Test
    void one_question_at_a_time_and_no_answer_before_it_was_asked() {
        rejects(fixture().given(SUBMITTED, QUESTION).when(new AskPerson(ID, 1, Question.IDENTITY, at("2026-06-13"), SAID, HANDLER, at("2026-06-13"))), Reason.NOT_NOW);
        rejects(fixture().given(SUBMITTED, QUESTION).when(new RecordAnswer(ID, 1, at("2026-06-11"), SAID, HANDLER, at("2026-06-13"))), Reason.INVALID);
        rejects(fixture().given(SUBMITTED, QUESTION).when(new RecordAnswer(ID, 1, at("2026-06-14"), SAID, HANDLER, at("2026-06-13"))), Reason.INVALID);
        rejects(fixture().given(SUBMITTED).when(new RecordAnswer(ID, 0, at("2026-06-11"), SAID, HANDLER, at("2026-06-13"))), Reason.NOT_NOW);
    }

    @Test
    void nothing_is_approved_while_an_answer_is_awaited() {
        rejects(fixture().given(SUBMITTED, ASSESSED, PREPARED, QUESTION).when(new ApproveRequest(ID, 3, null, CONTROLLER, at("2026-06-13"))), Reason.NOT_NOW);
    }

    @Test
    @DisplayName("L6: a refusal is owed in the first month, also when the answer was extended (GDPR Art. 12(4))")
    void a_refusal_after_the_first_month_is_recorded_as_late() {
        fixture().given(SUBMITTED, ASSESSED, EXTENDED)
                .when(new RefuseRequest(ID, 2, RefusalGround.EXCESSIVE, CONTROLLER, at("2026-07-10")))
                .expectEvents(new RequestRefused(ID, RefusalGround.EXCESSIVE, false, CONTROLLER, at("2026-07-10")));
        fixture().given(SUBMITTED, ASSESSED, EXTENDED)
                .when(new RefuseRequest(ID, 2, RefusalGround.EXCESSIVE, CONTROLLER, at("2026-07-11")))
                .expectEvents(new RequestRefused(ID, RefusalGround.EXCESSIVE, true, CONTROLLER, at("2026-07-11")));
    }

    @Test
    void the_day_after_the_target_and_the_day_after_the_limit_are_noted_once_each() {
        var passed = new TargetPassed(ID, day("2026-07-03"), day("2026-07-10"), at("2026-07-04"));
        var overdue = new RequestOverdue(ID, day("2026-07-10"), at("2026-07-11"));
        fixture().given(SUBMITTED).when(new NoteDeadlines(ID, at("2026-07-03"))).expectNoEvents();
        fixture().given(SUBMITTED).when(new NoteDeadlines(ID, at("2026-07-04"))).expectEvents(passed);
        fixture().given(SUBMITTED, passed).when(new NoteDeadlines(ID, at("2026-07-04"))).expectNoEvents();
        fixture().given(SUBMITTED, passed).when(new NoteDeadlines(ID, at("2026-07-11"))).expectEvents(overdue);
        fixture().given(SUBMITTED, passed, overdue).when(new NoteDeadlines(ID, at("2026-07-12"))).expectNoEvents();
    }

    @Test
    void nothing_is_overdue_that_was_extended_that_stands_still_or_that_is_closed() {
        fixture().given(SUBMITTED, EXTENDED).when(new NoteDeadlines(ID, at("2026-07-11"))).expectNoEvents();
        fixture().given(SUBMITTED, QUESTION).when(new NoteDeadlines(ID, at("2026-09-11"))).expectNoEvents();
        fixture().given(SUBMITTED, ASSESSED, PREPARED, APPROVED, new RequestCompleted(ID, AT)).when(new NoteDeadlines(ID, at("2026-09-11"))).expectNoEvents();
    }

    @Test
    void what_is_approved_and_not_carried_out_is_overdue_all_the_same() {
        fixture().given(SUBMITTED, ASSESSED, PREPARED, APPROVED)
                .when(new NoteDeadlines(ID, at("2026-07-11")))
                .expectEvents(new RequestOverdue(ID, day("2026-07-10"), at("2026-07-11")));
    }

    @Test
    void rules_that_changed_move_the_dates_visibly_and_rules_that_did_not_move_nothing() {
        var before = new Deadline(day("2026-07-08"), day("2026-07-01"), "gdpr-answer-no/1", "counted by other rules");
        var submitted = new RequestSubmitted(ID, "R-7Q4K-2M", Right.ACCESS, PERSON, Channel.PORTAL, AT, AT, null, before, AT);
        fixture().given(submitted)
                .when(new ReviewDeadline(ID, at("2026-06-11")))
                .expectEvents(new DeadlinesMoved(ID, day("2026-07-08"), day("2026-07-01"), "gdpr-answer-no/1", LAW.answerTo(AT), at("2026-06-11")));
        fixture().given(SUBMITTED).when(new ReviewDeadline(ID, at("2026-06-11"))).expectNoEvents();
    }
}
