package org.innsyn.dsr.request;

import static org.innsyn.dsr.request.Given.APPROVED;
import static org.innsyn.dsr.request.Given.ASSESSED;
import static org.innsyn.dsr.request.Given.AT;
import static org.innsyn.dsr.request.Given.CONTROLLER;
import static org.innsyn.dsr.request.Given.DPO;
import static org.innsyn.dsr.request.Given.ID;
import static org.innsyn.dsr.request.Given.PERSON;
import static org.innsyn.dsr.request.Given.PREPARED;
import static org.innsyn.dsr.request.Given.SAID;
import static org.innsyn.dsr.request.Given.SUBMITTED;
import static org.innsyn.dsr.request.Given.fixture;
import static org.innsyn.dsr.request.Given.rejects;

import org.innsyn.dsr.request.Rejected.Reason;
import org.innsyn.dsr.request.RequestCommand.ApproveRequest;
import org.innsyn.dsr.request.RequestCommand.GiveOpinion;
import org.innsyn.dsr.request.RequestCommand.LiftStop;
import org.innsyn.dsr.request.RequestCommand.RefuseRequest;
import org.innsyn.dsr.request.RequestCommand.StopRequest;
import org.innsyn.dsr.request.RequestEvent.OpinionGiven;
import org.innsyn.dsr.request.RequestEvent.RequestStopped;
import org.innsyn.dsr.request.RequestEvent.StopLifted;
import org.innsyn.schemas.request.Opinion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The data protection officer advises and watches, and decides nothing (GDPR Art. 38(6), 39). */
class AdviceTest {

    private static final RequestStopped STOPPED = new RequestStopped(ID, SAID, DPO, AT);
    private static final OpinionGiven OBJECTED = new OpinionGiven(ID, Opinion.OBJECTION, SAID, DPO, AT);

    @Test
    void an_objection_is_recorded_and_the_controller_may_still_go_on() {
        fixture().given(SUBMITTED, ASSESSED, PREPARED).when(new GiveOpinion(ID, 2, Opinion.OBJECTION, SAID, DPO, AT)).expectEvents(OBJECTED);
        fixture().given(SUBMITTED, ASSESSED, PREPARED, OBJECTED).when(new ApproveRequest(ID, 3, null, CONTROLLER, AT)).expectEvents(APPROVED);
    }

    @Test
    void nothing_is_approved_while_the_stop_stands_and_it_is_when_it_is_lifted() {
        rejects(fixture().given(SUBMITTED, ASSESSED, PREPARED, STOPPED).when(new ApproveRequest(ID, 3, null, CONTROLLER, AT)), Reason.STOPPED);
        fixture().given(SUBMITTED, ASSESSED, PREPARED, STOPPED).when(new LiftStop(ID, 3, SAID, DPO, AT)).expectEvents(new StopLifted(ID, SAID, DPO, AT));
        fixture().given(SUBMITTED, ASSESSED, PREPARED, STOPPED, new StopLifted(ID, SAID, DPO, AT))
                .when(new ApproveRequest(ID, 4, null, CONTROLLER, AT))
                .expectEvents(APPROVED);
    }

    @Test
    @DisplayName("GDPR Art. 38(6): who advised does not decide, with whatever other role")
    void who_advised_does_not_decide() {
        rejects(fixture().given(SUBMITTED, ASSESSED, PREPARED, OBJECTED).when(new ApproveRequest(ID, 3, null, DPO, AT)), Reason.SAME_PERSON);
        rejects(fixture().given(SUBMITTED, ASSESSED, PREPARED, OBJECTED).when(new RefuseRequest(ID, 3, null, DPO, AT)), Reason.SAME_PERSON);
    }

    @Test
    void a_stop_comes_before_the_decision_or_not_at_all() {
        rejects(fixture().given(SUBMITTED, ASSESSED, PREPARED, APPROVED).when(new StopRequest(ID, 3, SAID, DPO, AT)), Reason.NOT_NOW);
        rejects(fixture().given(SUBMITTED, STOPPED).when(new StopRequest(ID, 1, SAID, DPO, AT)), Reason.NOT_NOW);
        rejects(fixture().given(SUBMITTED).when(new LiftStop(ID, 0, SAID, DPO, AT)), Reason.NOT_NOW);
    }

    @Test
    void nobody_advises_on_their_own_request() {
        rejects(fixture().given(SUBMITTED).when(new GiveOpinion(ID, 0, Opinion.COMMENT, SAID, PERSON, AT)), Reason.SAME_PERSON);
        rejects(fixture().given(SUBMITTED).when(new StopRequest(ID, 0, SAID, PERSON, AT)), Reason.SAME_PERSON);
    }
}
