package org.innsyn.dsr.request;

import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.FeatureMatcher;
import org.innsyn.dsr.calendar.Deadline;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.calendar.RulePack;
import org.innsyn.dsr.request.Rejected.Reason;
import org.innsyn.dsr.request.RequestCommand.ApproveRequest;
import org.innsyn.dsr.request.RequestCommand.AssessRequest;
import org.innsyn.dsr.request.RequestCommand.FetchCopy;
import org.innsyn.dsr.request.RequestCommand.PrepareRequest;
import org.innsyn.dsr.request.RequestCommand.RecordResults;
import org.innsyn.dsr.request.RequestCommand.RefuseRequest;
import org.innsyn.dsr.request.RequestCommand.RerunRequest;
import org.innsyn.dsr.request.RequestCommand.SubmitRequest;
import org.innsyn.dsr.request.RequestCommand.WithdrawRequest;
import org.innsyn.dsr.request.RequestEvent.CopyExpired;
import org.innsyn.dsr.request.RequestEvent.CopyFetched;
import org.innsyn.dsr.request.RequestEvent.CopyMade;
import org.innsyn.dsr.request.RequestEvent.ItemCarriedOut;
import org.innsyn.dsr.request.RequestEvent.ItemFailed;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestAssessed;
import org.innsyn.dsr.request.RequestEvent.RequestCompleted;
import org.innsyn.dsr.request.RequestEvent.RequestPartlyDone;
import org.innsyn.dsr.request.RequestEvent.RequestPrepared;
import org.innsyn.dsr.request.RequestEvent.RequestRefused;
import org.innsyn.dsr.request.RequestEvent.RequestRerun;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.dsr.request.RequestEvent.RequestWithdrawn;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of a request's life, given what happened before. */
class DataSubjectRequestTest {

    private static final RequestId ID = new RequestId(UUID.fromString("6f1d2c3a-0000-4000-8000-000000000001"));
    private static final Instant AT = Instant.parse("2026-06-10T10:00:00Z");
    private static final Party PERSON = new Party("sub-person");
    private static final Party HANDLER = new Party("sub-handler");
    private static final Party CONTROLLER = new Party("sub-controller");
    private static final LegalClock LAW = new LegalClock(RulePack.named("gdpr-answer-no-2"));
    private static final Deadline DEADLINE = LAW.answerTo(AT);
    private static final ItemKey CUSTOMERS = ItemKey.of("demo", "customers");
    private static final ItemKey INVOICES = ItemKey.of("demo", "invoices");
    private static final LedgerPosition LEDGER = new LedgerPosition(UUID.fromString("6f1d2c3a-0000-4000-8000-000000000002"), 17);

    private static final List<Holding> HELD = List.of(
            new Holding(CUSTOMERS, "contact-details", 1, Outcome.ERASE, List.of(Outcome.ERASE, Outcome.KEEP), null, null),
            new Holding(INVOICES, "billing", 4, Outcome.KEEP, List.of(Outcome.KEEP), "bookkeeping-law", LocalDate.of(2031, 12, 31)));
    private static final List<Decision> PROPOSED = List.of(
            new Decision(CUSTOMERS, Outcome.ERASE, null), new Decision(INVOICES, Outcome.KEEP, "bookkeeping-law"));

    private static final RequestSubmitted SUBMITTED = new RequestSubmitted(
            ID, "R-7Q4K-2M", Right.ERASURE, PERSON, Channel.PORTAL, AT, AT, null, DEADLINE, AT);
    private static final RequestAssessed ASSESSED = new RequestAssessed(ID, HELD, AT);
    private static final RequestPrepared PREPARED = new RequestPrepared(ID, PROPOSED, HANDLER, AT);
    private static final RequestApproved APPROVED = new RequestApproved(ID, Right.ERASURE, PROPOSED, LEDGER, CONTROLLER, AT);
    private static final ItemResult.CarriedOut INVOICES_KEPT =
            new ItemResult.CarriedOut(INVOICES, Map.of("kept", 4L), LocalDate.of(2031, 12, 31), AT);
    private static final ItemResult.CarriedOut CUSTOMERS_ERASED =
            new ItemResult.CarriedOut(CUSTOMERS, Map.of("erased", 1L), null, AT);
    private static final ItemResult.Failed CUSTOMERS_FAILED =
            new ItemResult.Failed(CUSTOMERS, "The database demo did not answer.");

    private FixtureConfiguration<DataSubjectRequest> fixture;

    @BeforeEach
    void start() {
        fixture = new AggregateTestFixture<>(DataSubjectRequest.class);
        fixture.registerInjectableResource(LAW);
    }

    @Test
    void the_clock_starts_when_it_is_received() {
        fixture.givenNoPriorActivity()
                .when(new SubmitRequest(ID, "R-7Q4K-2M", Right.ERASURE, PERSON, Channel.PORTAL, AT, AT, null, AT))
                .expectEvents(SUBMITTED);
    }

    @Test
    void a_case_handler_proposes_once_it_is_known_what_is_held() {
        fixture.given(SUBMITTED, ASSESSED)
                .when(new PrepareRequest(ID, 1, PROPOSED, HANDLER, AT))
                .expectEvents(PREPARED);
    }

    @Test
    void nothing_is_proposed_while_systems_are_still_searched() {
        rejects(fixture.given(SUBMITTED).when(new PrepareRequest(ID, 0, PROPOSED, HANDLER, AT)), Reason.NOT_NOW);
    }

    @Test
    void a_search_that_ends_twice_counts_once() {
        fixture.given(SUBMITTED, ASSESSED).when(new AssessRequest(ID, HELD, AT)).expectNoEvents();
    }

    @Test
    void a_proposal_can_be_made_anew_until_the_decision() {
        fixture.given(SUBMITTED, ASSESSED, PREPARED)
                .when(new PrepareRequest(ID, 2, PROPOSED, HANDLER, AT))
                .expectEvents(PREPARED);
    }

    @Test
    void every_item_needs_a_proposal() {
        rejects(
                fixture.given(SUBMITTED, ASSESSED)
                        .when(new PrepareRequest(ID, 1, PROPOSED.subList(0, 1), HANDLER, AT)),
                Reason.INVALID);
    }

    @Test
    void what_law_makes_us_keep_cannot_be_proposed_for_erasure() {
        var tooMuch = List.of(PROPOSED.getFirst(), new Decision(INVOICES, Outcome.ERASE, null));
        rejects(fixture.given(SUBMITTED, ASSESSED).when(new PrepareRequest(ID, 1, tooMuch, HANDLER, AT)), Reason.INVALID);
    }

    @Test
    void keeping_needs_a_ground() {
        var groundless = List.of(PROPOSED.getFirst(), new Decision(INVOICES, Outcome.KEEP, null));
        rejects(fixture.given(SUBMITTED, ASSESSED).when(new PrepareRequest(ID, 1, groundless, HANDLER, AT)), Reason.INVALID);
    }

    @Test
    void another_person_decides_than_the_one_who_prepared() {
        rejects(fixture.given(SUBMITTED, ASSESSED, PREPARED).when(new ApproveRequest(ID, 2, LEDGER, HANDLER, AT)), Reason.SAME_PERSON);
        fixture.given(SUBMITTED, ASSESSED, PREPARED)
                .when(new ApproveRequest(ID, 2, LEDGER, CONTROLLER, AT))
                .expectEvents(APPROVED);
    }

    @Test
    void nobody_decides_about_themselves() {
        rejects(fixture.given(SUBMITTED, ASSESSED, PREPARED).when(new ApproveRequest(ID, 2, LEDGER, PERSON, AT)), Reason.SAME_PERSON);
        rejects(fixture.given(SUBMITTED, ASSESSED, PREPARED).when(new RefuseRequest(ID, 2, null, PERSON, AT)), Reason.SAME_PERSON);
    }

    @Test
    void a_decision_on_an_older_version_is_stale() {
        rejects(
                fixture.given(SUBMITTED, ASSESSED, PREPARED, PREPARED).when(new ApproveRequest(ID, 2, LEDGER, CONTROLLER, AT)),
                Reason.STALE);
    }

    @Test
    void nothing_is_approved_that_was_not_prepared() {
        rejects(fixture.given(SUBMITTED, ASSESSED).when(new ApproveRequest(ID, 1, LEDGER, CONTROLLER, AT)), Reason.NOT_NOW);
    }

    @Test
    void the_controller_can_refuse_and_then_it_is_final() {
        fixture.given(SUBMITTED, ASSESSED)
                .when(new RefuseRequest(ID, 1, null, CONTROLLER, AT))
                .expectEvents(new RequestRefused(ID, null, false, CONTROLLER, AT));
        rejects(
                fixture.given(SUBMITTED, ASSESSED, new RequestRefused(ID, null, false, CONTROLLER, AT))
                        .when(new PrepareRequest(ID, 2, PROPOSED, HANDLER, AT)),
                Reason.NOT_NOW);
    }

    @Test
    void the_person_can_take_it_back_until_it_is_decided() {
        fixture.given(SUBMITTED, ASSESSED, PREPARED)
                .when(new WithdrawRequest(ID, 2, Channel.PORTAL, PERSON, AT))
                .expectEvents(new RequestWithdrawn(ID, PERSON, AT));
        rejects(
                fixture.given(SUBMITTED, ASSESSED, PREPARED, APPROVED).when(new WithdrawRequest(ID, 3, Channel.PORTAL, PERSON, AT)),
                Reason.NOT_NOW);
    }

    @Test
    void nobody_else_can_take_it_back() {
        rejects(fixture.given(SUBMITTED).when(new WithdrawRequest(ID, 0, Channel.PORTAL, CONTROLLER, AT)), Reason.NOT_THEIRS);
    }

    @Test
    void it_is_complete_when_the_last_item_was_read_back() {
        fixture.given(SUBMITTED, ASSESSED, PREPARED, APPROVED, new ItemCarriedOut(ID, INVOICES_KEPT, AT))
                .when(new RecordResults(ID, List.of(CUSTOMERS_ERASED), null, AT))
                .expectEvents(new ItemCarriedOut(ID, CUSTOMERS_ERASED, AT), new RequestCompleted(ID, AT));
    }

    @Test
    void partly_done_is_said_honestly() {
        fixture.given(SUBMITTED, ASSESSED, PREPARED, APPROVED)
                .when(new RecordResults(ID, List.of(INVOICES_KEPT, CUSTOMERS_FAILED), null, AT))
                .expectEvents(
                        new ItemCarriedOut(ID, INVOICES_KEPT, AT),
                        new ItemFailed(ID, CUSTOMERS_FAILED, AT),
                        new RequestPartlyDone(ID, List.of(CUSTOMERS), AT));
    }

    @Test
    void a_result_told_twice_counts_once() {
        fixture.given(SUBMITTED, ASSESSED, PREPARED, APPROVED, new ItemCarriedOut(ID, INVOICES_KEPT, AT))
                .when(new RecordResults(ID, List.of(INVOICES_KEPT), null, AT))
                .expectNoEvents();
    }

    @Test
    void running_again_runs_only_what_failed() {
        fixture.given(partlyDone())
                .when(new RerunRequest(ID, 6, CONTROLLER, AT))
                .expectEvents(new RequestRerun(ID, Right.ERASURE, PROPOSED.subList(0, 1), LEDGER, CONTROLLER, AT));
    }

    @Test
    void after_running_again_successfully_it_is_complete() {
        var events = new ArrayList<>(partlyDone());
        events.add(new RequestRerun(ID, Right.ERASURE, PROPOSED.subList(0, 1), LEDGER, CONTROLLER, AT));
        fixture.given(events)
                .when(new RecordResults(ID, List.of(CUSTOMERS_ERASED), null, AT))
                .expectEvents(new ItemCarriedOut(ID, CUSTOMERS_ERASED, AT), new RequestCompleted(ID, AT));
    }

    @Test
    void only_the_person_fetches_the_copy_and_only_while_it_lies_there() {
        var copy = new CopyPackage(1, "00", AT.plusSeconds(1));
        var made = new ArrayList<RequestEvent>(List.of(
                new RequestSubmitted(ID, "R-7Q4K-2M", Right.ACCESS, PERSON, Channel.PORTAL, AT, AT, null, DEADLINE, AT),
                ASSESSED,
                PREPARED,
                new RequestApproved(ID, Right.ACCESS, List.of(), LEDGER, CONTROLLER, AT),
                new CopyMade(ID, copy, AT),
                new RequestCompleted(ID, AT)));
        fixture.given(made).when(new FetchCopy(ID, PERSON, AT)).expectEvents(new CopyFetched(ID, PERSON, AT));
        rejects(fixture.given(made).when(new FetchCopy(ID, CONTROLLER, AT)), Reason.NOT_THEIRS);
        made.add(new CopyExpired(ID, AT));
        rejects(fixture.given(made).when(new FetchCopy(ID, PERSON, AT)), Reason.NOT_NOW);
    }

    private static List<RequestEvent> partlyDone() {
        return List.of(
                SUBMITTED, ASSESSED, PREPARED, APPROVED,
                new ItemCarriedOut(ID, INVOICES_KEPT, AT),
                new ItemFailed(ID, CUSTOMERS_FAILED, AT),
                new RequestPartlyDone(ID, List.of(CUSTOMERS), AT));
    }

    private static void rejects(ResultValidator<?> result, Reason reason) {
        result.expectNoEvents().expectException(new FeatureMatcher<Throwable, Reason>(is(reason), "rejected because of", "reason") {
            @Override
            protected Reason featureValueOf(Throwable thrown) {
                return ((Rejected) thrown).reason();
            }
        });
    }
}
