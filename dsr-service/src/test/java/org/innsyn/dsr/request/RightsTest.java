package org.innsyn.dsr.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.dsr.request.Given.APPROVED;
import static org.innsyn.dsr.request.Given.ASSESSED;
import static org.innsyn.dsr.request.Given.AT;
import static org.innsyn.dsr.request.Given.BY_LETTER;
import static org.innsyn.dsr.request.Given.CASES;
import static org.innsyn.dsr.request.Given.CONTROLLER;
import static org.innsyn.dsr.request.Given.CUSTOMERS;
import static org.innsyn.dsr.request.Given.HANDLER;
import static org.innsyn.dsr.request.Given.ID;
import static org.innsyn.dsr.request.Given.LAW;
import static org.innsyn.dsr.request.Given.PERSON;
import static org.innsyn.dsr.request.Given.PREPARED;
import static org.innsyn.dsr.request.Given.PROPOSED;
import static org.innsyn.dsr.request.Given.SAID;
import static org.innsyn.dsr.request.Given.SUBMITTED;
import static org.innsyn.dsr.request.Given.at;
import static org.innsyn.dsr.request.Given.fixture;
import static org.innsyn.dsr.request.Given.rejects;
import static org.innsyn.dsr.request.Given.submitted;

import java.util.List;
import java.util.Map;
import org.innsyn.dsr.request.Rejected.Reason;
import org.innsyn.dsr.request.RequestCommand.ApproveRequest;
import org.innsyn.dsr.request.RequestCommand.CheckIdentity;
import org.innsyn.dsr.request.RequestCommand.PrepareRequest;
import org.innsyn.dsr.request.RequestCommand.RecordByHand;
import org.innsyn.dsr.request.RequestCommand.ReopenRequest;
import org.innsyn.dsr.request.RequestCommand.WithdrawRequest;
import org.innsyn.dsr.request.RequestEvent.IdentityChecked;
import org.innsyn.dsr.request.RequestEvent.ItemDoneByHand;
import org.innsyn.dsr.request.RequestEvent.ItemFailed;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestAssessed;
import org.innsyn.dsr.request.RequestEvent.RequestCompleted;
import org.innsyn.dsr.request.RequestEvent.RequestPartlyDone;
import org.innsyn.dsr.request.RequestEvent.RequestPrepared;
import org.innsyn.dsr.request.RequestEvent.RequestRefused;
import org.innsyn.dsr.request.RequestEvent.RequestReopened;
import org.innsyn.dsr.request.RequestEvent.RequestWithdrawn;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.IdentityMethod;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.ReopeningGround;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every right's life, from who asks to what was done. */
class RightsTest {

    private static final IdentityChecked CHECKED = new IdentityChecked(ID, IdentityMethod.KNOWN_ADDRESS, HANDLER, AT);
    private static final ItemDoneByHand CORRECTED = new ItemDoneByHand(ID, CUSTOMERS, Map.of("corrected", 2L), SAID, HANDLER, AT);

    @Test
    @DisplayName("L7: nothing is approved for somebody of whom it is not known who they are (GDPR Art. 12(6))")
    void a_letter_needs_a_recorded_check_before_anything_is_approved() {
        rejects(fixture().given(BY_LETTER, ASSESSED, PREPARED).when(new ApproveRequest(ID, 2, null, CONTROLLER, AT)), Reason.IDENTITY_UNKNOWN);
        fixture().given(BY_LETTER, ASSESSED, PREPARED).when(new CheckIdentity(ID, 2, IdentityMethod.KNOWN_ADDRESS, HANDLER, AT)).expectEvents(CHECKED);
        fixture().given(BY_LETTER, ASSESSED, PREPARED, CHECKED).when(new ApproveRequest(ID, 3, null, CONTROLLER, AT)).expectEvents(APPROVED);
    }

    @Test
    @DisplayName("L7: an authenticated portal session is enough, and is not recorded by hand")
    void a_portal_session_counts_by_itself() {
        fixture().given(SUBMITTED, ASSESSED, PREPARED).when(new ApproveRequest(ID, 2, null, CONTROLLER, AT)).expectEvents(APPROVED);
        rejects(fixture().given(BY_LETTER).when(new CheckIdentity(ID, 0, IdentityMethod.PORTAL_SESSION, HANDLER, AT)), Reason.INVALID);
        rejects(fixture().given(BY_LETTER).when(new CheckIdentity(ID, 0, IdentityMethod.IN_PERSON, PERSON, AT)), Reason.SAME_PERSON);
    }

    @Test
    @DisplayName("R16: what people carry out is done when they have said what they did")
    void a_correction_is_complete_when_it_was_stated() {
        fixture().given(SUBMITTED, ASSESSED, PREPARED, APPROVED)
                .when(new RecordByHand(ID, 3, CUSTOMERS, Map.of("corrected", 2L), SAID, HANDLER, AT))
                .expectEvents(CORRECTED, new RequestCompleted(ID, AT));
        rejects(fixture().given(SUBMITTED, ASSESSED, PREPARED, APPROVED).when(new RecordByHand(ID, 3, CASES, Map.of(), SAID, HANDLER, AT)), Reason.INVALID);
        rejects(fixture().given(SUBMITTED, ASSESSED, PREPARED, APPROVED)
                .when(new RecordByHand(ID, 3, CUSTOMERS, Map.of("Name of somebody", 1L), SAID, HANDLER, AT)), Reason.INVALID);
    }

    @Test
    @DisplayName("GDPR Art. 12(4): what is declined needs a ground that the law gives for this right")
    void declining_needs_the_ground_of_its_own_right() {
        var accurate = List.of(new Decision(CUSTOMERS, Outcome.DECLINE, "accurate"), new Decision(CASES, Outcome.NOT_CONCERNED, null));
        fixture().given(SUBMITTED, ASSESSED)
                .when(new PrepareRequest(ID, 1, accurate, HANDLER, AT))
                .expectEvents(new RequestPrepared(ID, accurate, HANDLER, AT));
        var bookkeeping = List.of(new Decision(CUSTOMERS, Outcome.DECLINE, "bookkeeping-law"), new Decision(CASES, Outcome.NOT_CONCERNED, null));
        rejects(fixture().given(SUBMITTED, ASSESSED).when(new PrepareRequest(ID, 1, bookkeeping, HANDLER, AT)), Reason.INVALID);
    }

    @Test
    void a_request_about_nothing_is_refused_and_not_approved() {
        var nothing = List.of(new Decision(CUSTOMERS, Outcome.NOT_CONCERNED, null), new Decision(CASES, Outcome.NOT_CONCERNED, null));
        rejects(fixture().given(SUBMITTED, ASSESSED).when(new PrepareRequest(ID, 1, nothing, HANDLER, AT)), Reason.INVALID);
    }

    @Test
    void what_is_declined_as_a_whole_is_complete_with_the_decision() {
        var declined = List.of(new Decision(CUSTOMERS, Outcome.DECLINE, "accurate"), new Decision(CASES, Outcome.NOT_CONCERNED, null));
        fixture().given(SUBMITTED, ASSESSED, new RequestPrepared(ID, declined, HANDLER, AT))
                .when(new ApproveRequest(ID, 2, null, CONTROLLER, AT))
                .expectEvents(new RequestApproved(ID, Right.RECTIFICATION, declined, null, CONTROLLER, AT), new RequestCompleted(ID, AT));
    }

    @Test
    void what_a_machine_could_not_erase_a_person_can_and_says_so() {
        var erase = List.of(new Decision(CUSTOMERS, Outcome.ERASE, null));
        var failed = new ItemResult.Failed(CUSTOMERS, "The database demo did not answer.");
        fixture().given(
                        submitted(Right.ERASURE), ASSESSED, new RequestPrepared(ID, erase, HANDLER, AT),
                        new RequestApproved(ID, Right.ERASURE, erase, null, CONTROLLER, AT), new ItemFailed(ID, failed, AT),
                        new RequestPartlyDone(ID, List.of(CUSTOMERS), AT))
                .when(new RecordByHand(ID, 5, CUSTOMERS, Map.of("erased", 2L), SAID, HANDLER, AT))
                .expectEvents(new ItemDoneByHand(ID, CUSTOMERS, Map.of("erased", 2L), SAID, HANDLER, AT), new RequestCompleted(ID, AT));
    }

    @Test
    void what_the_service_carries_out_itself_nobody_states_by_hand() {
        var copy = List.of(new Decision(CUSTOMERS, Outcome.INCLUDE, null));
        rejects(fixture().given(
                        submitted(Right.PORTABILITY), ASSESSED, new RequestPrepared(ID, copy, HANDLER, AT),
                        new RequestApproved(ID, Right.PORTABILITY, copy, null, CONTROLLER, AT))
                .when(new RecordByHand(ID, 3, CUSTOMERS, Map.of(), SAID, HANDLER, AT)), Reason.NOT_NOW);
    }

    @Test
    void what_was_taken_back_by_phone_a_case_handler_records_and_nobody_says_it_for_somebody_in_the_portal() {
        fixture().given(BY_LETTER)
                .when(new WithdrawRequest(ID, 0, Channel.PHONE, HANDLER, AT))
                .expectEvents(new RequestWithdrawn(ID, HANDLER, AT));
        rejects(fixture().given(BY_LETTER).when(new WithdrawRequest(ID, 0, Channel.PORTAL, HANDLER, AT)), Reason.NOT_THEIRS);
    }

    @Test
    void a_refused_request_that_is_reopened_keeps_its_clock_and_is_looked_up_anew() {
        fixture().given(SUBMITTED, ASSESSED, new RequestRefused(ID, null, false, CONTROLLER, AT))
                .when(new ReopenRequest(ID, 2, ReopeningGround.COMPLAINT, at("2026-07-20"), SAID, CONTROLLER, at("2026-07-21")))
                .expectEvents(new RequestReopened(ID, ReopeningGround.COMPLAINT, SAID, AT, LAW.answerTo(AT), CONTROLLER, at("2026-07-21")));
        fixture().given(
                        SUBMITTED, ASSESSED, new RequestRefused(ID, null, false, CONTROLLER, AT),
                        new RequestReopened(ID, ReopeningGround.COMPLAINT, SAID, AT, LAW.answerTo(AT), CONTROLLER, at("2026-07-21")),
                        new RequestAssessed(ID, ASSESSED.holdings(), AT))
                .when(new PrepareRequest(ID, 4, PROPOSED, HANDLER, AT))
                .expectEvents(PREPARED);
    }

    @Test
    void what_was_taken_back_and_is_wanted_again_starts_anew() {
        fixture().given(SUBMITTED, new RequestWithdrawn(ID, PERSON, AT))
                .when(new ReopenRequest(ID, 1, ReopeningGround.ASKED_AGAIN, at("2026-07-20"), SAID, CONTROLLER, at("2026-07-21")))
                .expectEvents(new RequestReopened(
                        ID, ReopeningGround.ASKED_AGAIN, SAID, at("2026-07-20"), LAW.answerTo(at("2026-07-20")), CONTROLLER, at("2026-07-21")));
    }

    @ParameterizedTest
    @EnumSource
    void every_right_has_something_to_propose_for_every_holding(Right right) {
        var found = right == Right.ERASURE
                ? new Holding(CUSTOMERS, "contact-details", 2, Outcome.ERASE, List.of(Outcome.ERASE, Outcome.KEEP), null, null)
                : new Holding(CUSTOMERS, "contact-details", 2, Outcome.INCLUDE, List.of(Outcome.INCLUDE, Outcome.LEAVE_OUT), null, null);
        var shaped = Rights.under(right, found);
        assertThat(shaped.allowed()).contains(shaped.suggestion());
        assertThat(shaped.found()).isEqualTo(2);
        // What needs a ground has one in the rule pack.
        assertThat(shaped.allowed()).filteredOn(outcome -> new Decision(CUSTOMERS, outcome, null).needsGround()).allSatisfy(outcome ->
                assertThat(Grounds.all()).as("%s of %s", outcome, right).anyMatch(ground -> Grounds.allows(ground.key(), outcome, right)));
        assertThat(right.iri()).startsWith("https://w3id.org/dpv/legal/eu/gdpr#A");
    }
}
