package org.innsyn.dsr.request;

import static org.innsyn.dsr.request.Given.AT;
import static org.innsyn.dsr.request.Given.CASES;
import static org.innsyn.dsr.request.Given.CONTROLLER;
import static org.innsyn.dsr.request.Given.CUSTOMERS;
import static org.innsyn.dsr.request.Given.HANDLER;
import static org.innsyn.dsr.request.Given.ID;
import static org.innsyn.dsr.request.Given.at;
import static org.innsyn.dsr.request.Given.fixture;
import static org.innsyn.dsr.request.Given.submitted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innsyn.dsr.request.RequestCommand.NoteDeadlines;
import org.innsyn.dsr.request.RequestCommand.RecordResults;
import org.innsyn.dsr.request.RequestCommand.RerunRequest;
import org.innsyn.dsr.request.RequestCommand.ResumeHeld;
import org.innsyn.dsr.request.RequestEvent.HeldResumed;
import org.innsyn.dsr.request.RequestEvent.ItemCarriedOut;
import org.innsyn.dsr.request.RequestEvent.ItemFailed;
import org.innsyn.dsr.request.RequestEvent.ItemHeld;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestAssessed;
import org.innsyn.dsr.request.RequestEvent.RequestCompleted;
import org.innsyn.dsr.request.RequestEvent.RequestOverdue;
import org.innsyn.dsr.request.RequestEvent.RequestPartlyDone;
import org.innsyn.dsr.request.RequestEvent.RequestPrepared;
import org.innsyn.dsr.request.RequestEvent.RequestRerun;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;

/** A hold beats an erasure while it stands, and its release re-triggers just what it kept (rule R17). */
class HeldItemsTest {

    private static final Decision CUSTOMERS_GO = new Decision(CUSTOMERS, Outcome.ERASE, null);
    private static final Decision CASES_GO = new Decision(CASES, Outcome.ERASE, null);
    private static final List<Decision> BOTH_GO = List.of(CUSTOMERS_GO, CASES_GO);
    private static final ItemHeld HELD = new ItemHeld(ID, new ItemResult.Held(CASES, List.of(Given.HOLD), false), AT);
    private static final ItemResult.CarriedOut CUSTOMERS_GONE = new ItemResult.CarriedOut(CUSTOMERS, Map.of("erased", 1L), null, AT);
    private static final ItemResult.CarriedOut CASES_GONE = new ItemResult.CarriedOut(CASES, Map.of("erased", 1L), null, AT);
    private static final ItemFailed FAILED = new ItemFailed(ID, new ItemResult.Failed(CUSTOMERS, "The database demo did not answer."), AT);
    private static final RequestPartlyDone ON_HOLD = new RequestPartlyDone(ID, List.of(), AT);
    private static final ResumeHeld RELEASED = new ResumeHeld(ID, Set.of(CASES, CUSTOMERS), CONTROLLER, AT);
    private static final HeldResumed RESUMED = new HeldResumed(ID, Right.ERASURE, List.of(CASES_GO), null, CONTROLLER, AT);

    @Test
    void what_is_on_hold_leaves_the_rest_done_and_the_request_open() {
        fixture().given(approved(HELD))
                .when(new RecordResults(ID, List.of(CUSTOMERS_GONE), null, AT))
                .expectEvents(new ItemCarriedOut(ID, CUSTOMERS_GONE, AT), ON_HOLD);
    }

    @Test
    void the_release_resumes_only_what_was_held_and_then_it_is_complete() {
        var held = approved(HELD, new ItemCarriedOut(ID, CUSTOMERS_GONE, AT), ON_HOLD);
        fixture().given(held).when(RELEASED).expectEvents(RESUMED);
        held.add(RESUMED);
        fixture().given(held).when(RELEASED).expectNoEvents();
        fixture().given(held).when(new RecordResults(ID, List.of(CASES_GONE), null, AT))
                .expectEvents(new ItemCarriedOut(ID, CASES_GONE, AT), new RequestCompleted(ID, AT));
    }

    @Test
    void what_failed_beside_it_still_fails_after_the_release_and_is_run_again_alone() {
        var partly = approved(HELD, FAILED, new RequestPartlyDone(ID, List.of(CUSTOMERS), AT));
        fixture().given(partly).when(new RerunRequest(ID, partly.size() - 1, CONTROLLER, AT))
                .expectEvents(new RequestRerun(ID, Right.ERASURE, List.of(CUSTOMERS_GO), null, CONTROLLER, AT));
        partly.add(RESUMED);
        fixture().given(partly).when(new RecordResults(ID, List.of(CASES_GONE), null, AT))
                .expectEvents(new ItemCarriedOut(ID, CASES_GONE, AT), new RequestPartlyDone(ID, List.of(CUSTOMERS), AT));
    }

    @Test
    void released_while_others_still_run_it_joins_them() {
        fixture().given(approved(HELD, RESUMED))
                .when(new RecordResults(ID, List.of(CUSTOMERS_GONE, CASES_GONE), null, AT))
                .expectEvents(new ItemCarriedOut(ID, CUSTOMERS_GONE, AT), new ItemCarriedOut(ID, CASES_GONE, AT), new RequestCompleted(ID, AT));
    }

    /** GDPR Art. 17(3): what is kept by law is not owed, and the person was told so. */
    @Test
    void nothing_is_overdue_that_is_only_on_hold_and_what_failed_is() {
        var late = new NoteDeadlines(ID, at("2026-07-11"));
        fixture().given(approved(HELD, new ItemCarriedOut(ID, CUSTOMERS_GONE, AT), ON_HOLD)).when(late).expectNoEvents();
        fixture().given(approved(HELD, FAILED, new RequestPartlyDone(ID, List.of(CUSTOMERS), AT))).when(late)
                .expectEvents(new RequestOverdue(ID, Given.day("2026-07-10"), at("2026-07-11")));
    }

    private static List<RequestEvent> approved(RequestEvent... more) {
        var events = new ArrayList<RequestEvent>(List.of(
                submitted(Right.ERASURE),
                new RequestAssessed(ID, List.of(holding(CUSTOMERS), holding(CASES)), AT),
                new RequestPrepared(ID, BOTH_GO, HANDLER, AT),
                new RequestApproved(ID, Right.ERASURE, BOTH_GO, null, CONTROLLER, AT)));
        events.addAll(List.of(more));
        return events;
    }

    private static Holding holding(ItemKey item) {
        return new Holding(item, "contact-details", 1, Outcome.ERASE, List.of(Outcome.ERASE, Outcome.KEEP), null, null);
    }
}
