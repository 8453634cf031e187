package org.innsyn.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.DueDate;
import org.innsyn.schemas.request.IdentityMethod;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.NoticeKind;
import org.innsyn.schemas.request.NoticeView;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Question;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestView.Legal;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.signin.Roles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeedTest {

    private static final Set<String> ALL = Set.of(Roles.CASE_HANDLER, Roles.CONTROLLER, Roles.DPO);

    @Test
    void each_role_sees_what_is_theirs_and_nothing_else() {
        var letter = request(Right.ACCESS, RequestState.ASSESSED, null, null, false, ItemState.FOUND);
        assertThat(Deed.possible(Set.of(Roles.CASE_HANDLER), letter)).containsExactly(Deed.IDENTITY, Deed.CODE, Deed.QUESTION, Deed.WITHDRAWAL);
        assertThat(Deed.possible(Set.of(Roles.CONTROLLER), letter)).containsExactly(Deed.ANNOUNCEMENT, Deed.EXTENSION);
        assertThat(Deed.possible(Set.of(Roles.DPO), letter)).containsExactly(Deed.OPINION, Deed.STOP);
        assertThat(Deed.possible(Set.of(Roles.SUBJECT, Roles.REGULATOR), letter)).isEmpty();
    }

    @Test
    void what_was_done_already_is_not_offered_again() {
        var asked = request(Right.ACCESS, RequestState.PREPARED, IdentityMethod.KNOWN_FACTS, Question.IDENTITY, true, ItemState.PROPOSED);
        assertThat(Deed.possible(ALL, asked)).contains(Deed.ANSWER, Deed.LIFT_STOP).doesNotContain(Deed.IDENTITY, Deed.QUESTION, Deed.STOP);
    }

    @Test
    void what_is_closed_can_be_taken_up_again_and_advised_on() {
        assertThat(Deed.possible(ALL, request(Right.ACCESS, RequestState.DONE, null, null, false, ItemState.DONE))).containsExactly(Deed.REOPENING, Deed.OPINION);
    }

    @Test
    void people_say_what_they_did_where_no_machine_does_or_could() {
        assertThat(Deed.possible(ALL, request(Right.RECTIFICATION, RequestState.IN_PROGRESS, null, null, false, ItemState.RUNNING))).contains(Deed.BY_HAND);
        assertThat(Deed.possible(ALL, request(Right.ERASURE, RequestState.PARTLY_DONE, null, null, false, ItemState.FAILED))).contains(Deed.BY_HAND);
        assertThat(Deed.possible(ALL, request(Right.ERASURE, RequestState.IN_PROGRESS, null, null, false, ItemState.RUNNING))).doesNotContain(Deed.BY_HAND);
        assertThat(Deed.possible(ALL, request(Right.ACCESS, RequestState.PARTLY_DONE, null, null, false, ItemState.FAILED))).doesNotContain(Deed.BY_HAND);
    }

    @Test
    void a_code_is_entered_only_after_one_was_sent_and_not_once_it_is_known_who_asks() {
        var code = letter(NoticeKind.CODE, null, NoticeView.State.WAITING, null);
        assertThat(Deed.possible(ALL, request(Right.ACCESS, RequestState.ASSESSED, null, null, false, ItemState.FOUND))).doesNotContain(Deed.CONFIRM_CODE);
        assertThat(Deed.possible(ALL, request(Right.ACCESS, RequestState.ASSESSED, null, null, false, ItemState.FOUND, code))).contains(Deed.CODE, Deed.CONFIRM_CODE);
        assertThat(Deed.possible(ALL, request(Right.ACCESS, RequestState.ASSESSED, IdentityMethod.ONE_TIME_CODE, null, false, ItemState.FOUND, code)))
                .doesNotContain(Deed.CODE, Deed.CONFIRM_CODE);
    }

    @Test
    void the_notice_of_an_extension_is_not_sent_twice_at_once() {
        assertThat(Deed.possible(ALL, request(Right.ACCESS, RequestState.ASSESSED, null, null, false, ItemState.FOUND, letter(NoticeKind.EXTENSION, null, NoticeView.State.WAITING, null))))
                .contains(Deed.EXTENSION).doesNotContain(Deed.ANNOUNCEMENT);
        assertThat(Deed.possible(ALL, request(Right.ACCESS, RequestState.ASSESSED, null, null, false, ItemState.FOUND, letter(NoticeKind.EXTENSION, null, NoticeView.State.FAILED, null))))
                .contains(Deed.ANNOUNCEMENT);
    }

    @Test
    void a_recipients_answer_is_recorded_also_once_the_request_is_closed_and_once() {
        var open = letter(NoticeKind.RECIPIENT, "Collector AS", NoticeView.State.FAILED, null);
        var answered = letter(NoticeKind.RECIPIENT, "Collector AS", NoticeView.State.SENT, Instant.parse("2026-03-03T12:00:00Z"));
        assertThat(Deed.possible(ALL, request(Right.ERASURE, RequestState.DONE, null, null, false, ItemState.DONE, open))).contains(Deed.ACKNOWLEDGEMENT);
        assertThat(Deed.possible(ALL, request(Right.ERASURE, RequestState.DONE, null, null, false, ItemState.DONE, answered))).doesNotContain(Deed.ACKNOWLEDGEMENT);
    }

    @Test
    void a_hold_is_placed_on_what_an_erasure_has_not_taken_yet() {
        assertThat(Deed.possible(Set.of(Roles.CONTROLLER), request(Right.ERASURE, RequestState.PREPARED, null, null, false, ItemState.PROPOSED))).contains(Deed.HOLD_ITEM);
        assertThat(Deed.possible(Set.of(Roles.DPO), request(Right.ERASURE, RequestState.PREPARED, null, null, false, ItemState.PROPOSED))).doesNotContain(Deed.HOLD_ITEM);
        assertThat(Deed.possible(ALL, request(Right.ERASURE, RequestState.DONE, null, null, false, ItemState.DONE))).doesNotContain(Deed.HOLD_ITEM);
        assertThat(Deed.possible(ALL, request(Right.ACCESS, RequestState.PREPARED, null, null, false, ItemState.PROPOSED))).doesNotContain(Deed.HOLD_ITEM);
    }

    private static NoticeView letter(NoticeKind kind, @Nullable String recipient, NoticeView.State state, @Nullable Instant acknowledged) {
        return new NoticeView(new UUID(2, 2), kind, recipient, state, null, null, null, Instant.parse("2026-03-02T12:00:00Z"), null, null, acknowledged);
    }

    private static RequestView request(Right right, RequestState state, @Nullable IdentityMethod identity, @Nullable Question question, boolean stopped, ItemState item, NoticeView... letters) {
        var now = Instant.parse("2026-03-02T12:00:00Z");
        var day = LocalDate.of(2026, 4, 2);
        return new RequestView(new UUID(1, 1), "R-1", right, state, "a-17", null, now, new DueDate(day, day, "", 30),
                List.of(new RequestItem("demo/customers", "demo", "contact-details", 1, Outcome.ERASE, List.of(), null, null, null, item, Map.of(), null, null, null, null)),
                null, false, null, null, List.of(), new Legal(Channel.LETTER, now, now, identity, question, stopped, false, null, false, null, "", ""), 3, List.of(letters));
    }
}
