package org.innsyn.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.schemas.request.OpenPoint;
import org.innsyn.schemas.request.RequestPage.Summary;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.signin.Roles;
import org.innsyn.ui.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DayWorkTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final int FAR = 20;

    @Test
    void each_sees_what_is_theirs_and_what_is_not_waits_for_others() {
        var toPrepare = request(RequestState.ASSESSED, FAR);
        var toDecide = request(RequestState.PREPARED, FAR);

        var handler = DayWork.of(List.of(toPrepare, toDecide), List.of(), List.of(Roles.CASE_HANDLER));
        var controller = DayWork.of(List.of(toPrepare, toDecide), List.of(), List.of(Roles.CONTROLLER));

        assertThat(handler.mine()).containsExactly(new DayWork.Line(toPrepare, List.of(Errand.PREPARE)));
        assertThat(handler.others()).containsExactly(new DayWork.Line(toDecide, List.of(Errand.DECIDE)));
        assertThat(controller.mine()).containsExactly(new DayWork.Line(toDecide, List.of(Errand.DECIDE)));
        assertThat(controller.others()).containsExactly(new DayWork.Line(toPrepare, List.of(Errand.PREPARE)));
    }

    @Test
    void nobody_is_sent_to_a_decision_that_would_be_refused() {
        assertThat(errands(RequestState.PREPARED, OpenPoint.IDENTITY)).containsExactly(Errand.IDENTIFY);
        assertThat(errands(RequestState.PREPARED, OpenPoint.ANSWER)).containsExactly(Errand.ANSWER);
        assertThat(errands(RequestState.PREPARED, OpenPoint.STOP)).containsExactly(Errand.LIFT_STOP);
        assertThat(errands(RequestState.ASSESSED, OpenPoint.MESSAGE, OpenPoint.LETTER)).containsExactly(Errand.READ_ANSWER, Errand.TELL, Errand.PREPARE);
    }

    @Test
    void what_failed_is_to_be_run_again_and_what_a_hold_keeps_is_not() {
        assertThat(errands(RequestState.PARTLY_DONE, OpenPoint.FAILURE)).containsExactly(Errand.RERUN);
        assertThat(errands(RequestState.PARTLY_DONE, OpenPoint.HOLD)).containsExactly(Errand.RELEASE);
        assertThat(errands(RequestState.PARTLY_DONE, OpenPoint.HOLD, OpenPoint.FAILURE)).containsExactly(Errand.RERUN, Errand.RELEASE);
    }

    @Test
    void a_task_by_hand_is_the_case_handlers_and_the_machines_work_is_nobodys() {
        var byHand = request(RequestState.IN_PROGRESS, FAR);
        var byMachine = request(RequestState.IN_PROGRESS, FAR);
        var task = new ManualTaskView(UUID.randomUUID(), byHand.id(), "R-1", "archive", ManualTaskView.Work.COLLECT, "", "", LocalDate.EPOCH, false, 0, null, null);

        var day = DayWork.of(List.of(byHand, byMachine), List.of(task), List.of(Roles.CASE_HANDLER));

        assertThat(day.mine()).containsExactly(new DayWork.Line(byHand, List.of(Errand.BY_HAND)));
        assertThat(day.others()).containsExactly(new DayWork.Line(byMachine, List.of(Errand.CARRY_OUT)));
    }

    @Test
    void an_extension_is_thought_of_while_it_still_can_be_told() {
        assertThat(Errand.of(request(RequestState.ASSESSED, 3), false)).containsExactly(Errand.PREPARE, Errand.EXTEND);
        assertThat(Errand.of(request(RequestState.ASSESSED, -1), false)).containsExactly(Errand.PREPARE);
        assertThat(Errand.of(new Summary(UUID.randomUUID(), "R-1", 0, Right.ACCESS, RequestState.ASSESSED, NOW, LocalDate.EPOCH, 3, null, true, List.of()), false))
                .containsExactly(Errand.PREPARE);
    }

    @ParameterizedTest
    @EnumSource(names = {"DONE", "REFUSED", "WITHDRAWN"})
    void what_is_closed_waits_for_nobody(RequestState state) {
        var day = DayWork.of(List.of(request(state, FAR, OpenPoint.LETTER)), List.of(), List.of(Roles.CASE_HANDLER, Roles.CONTROLLER));
        assertThat(day.mine()).isEmpty();
        assertThat(day.others()).isEmpty();
    }

    @Test
    void what_was_finished_lately_comes_last_closed_first() {
        var old = closed(NOW.minusSeconds(900));
        var first = closed(NOW.minusSeconds(300));
        var last = closed(NOW);
        assertThat(DayWork.finished(List.of(first, old, last), NOW.minusSeconds(600), 10)).containsExactly(last, first);
        assertThat(DayWork.finished(List.of(first, old, last), NOW.minusSeconds(600), 1)).containsExactly(last);
    }

    @ParameterizedTest
    @EnumSource(Errand.class)
    void every_errand_is_said(Errand errand) {
        assertThat(Words.in(Words.LANGUAGES.getFirst()).knows("today.errand." + Words.name(errand))).isTrue();
    }

    private static List<Errand> errands(RequestState state, OpenPoint... open) {
        return Errand.of(request(state, FAR, open), false);
    }

    private static Summary request(RequestState state, long daysLeft, OpenPoint... open) {
        return new Summary(UUID.randomUUID(), "R-1", 0, Right.ACCESS, state, NOW, LocalDate.EPOCH, daysLeft, null, false, List.of(open));
    }

    private static Summary closed(Instant at) {
        return new Summary(UUID.randomUUID(), "R-1", 0, Right.ACCESS, RequestState.DONE, NOW, LocalDate.EPOCH, 0, at, false, List.of());
    }
}
