package org.innsyn.dsr.request;

import static org.innsyn.dsr.request.Given.ASSESSED;
import static org.innsyn.dsr.request.Given.AT;
import static org.innsyn.dsr.request.Given.CONTROLLER;
import static org.innsyn.dsr.request.Given.CUSTOMERS;
import static org.innsyn.dsr.request.Given.DPO;
import static org.innsyn.dsr.request.Given.HANDLER;
import static org.innsyn.dsr.request.Given.ID;
import static org.innsyn.dsr.request.Given.LAW;
import static org.innsyn.dsr.request.Given.PERSON;
import static org.innsyn.dsr.request.Given.SAID;
import static org.innsyn.dsr.request.Given.submitted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.dsr.calendar.Course;
import org.innsyn.dsr.calendar.Deadline;
import org.innsyn.dsr.request.RequestEvent.CopyMade;
import org.innsyn.dsr.request.RequestEvent.ItemCarriedOut;
import org.innsyn.dsr.request.RequestEvent.ItemFailed;
import org.innsyn.dsr.request.RequestEvent.ItemHeld;
import org.innsyn.dsr.request.RequestEvent.PersonAsked;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestAssessed;
import org.innsyn.dsr.request.RequestEvent.RequestCompleted;
import org.innsyn.dsr.request.RequestEvent.RequestPartlyDone;
import org.innsyn.dsr.request.RequestEvent.RequestPrepared;
import org.innsyn.dsr.request.RequestEvent.RequestRefused;
import org.innsyn.dsr.request.RequestEvent.RequestStopped;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.dsr.request.RequestEvent.RequestWithdrawn;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Question;
import org.innsyn.schemas.request.Right;

/** Where a request can stand, with what led there. The first eight are the states; the others are states in which something more holds. */
enum Situation {
    SUBMITTED(erasure()),
    ASSESSED_("assessed", and(erasure(), found())),
    PREPARED(and(erasure(), found(), proposed())),
    IN_PROGRESS(and(erasure(), found(), proposed(), approved())),
    PARTLY_DONE(and(erasure(), found(), proposed(), approved(), failed(), partly())),
    DONE(and(erasure(), found(), proposed(), approved(), erased(), new RequestCompleted(ID, AT))),
    REFUSED(and(erasure(), found(), new RequestRefused(ID, null, false, CONTROLLER, AT))),
    WITHDRAWN(and(erasure(), found(), new RequestWithdrawn(ID, PERSON, AT))),
    PREPARED_AND_ASKED("prepared, an answer is awaited", and(erasure(), found(), proposed(), asked())),
    PREPARED_AND_STOPPED("prepared, stopped", and(erasure(), found(), proposed(), new RequestStopped(ID, SAID, DPO, AT))),
    PREPARED_FOR_A_LETTER("prepared, not known who asks", and(letter(), found(), proposed())),
    PARTLY_DONE_AND_HELD("partly done, on hold", and(erasure(), found(), proposed(), approved(), held(), new RequestPartlyDone(ID, List.of(), AT))),
    IN_PROGRESS_BY_HAND("in progress, by hand", and(
            submitted(Right.RECTIFICATION), ASSESSED, Given.PREPARED, Given.APPROVED)),
    SUBMITTED_UNDER_OTHER_RULES("submitted, counted by other rules", List.of(new RequestSubmitted(
            ID, "R-7Q4K-2M", Right.ERASURE, PERSON, Channel.PORTAL, AT, AT, null,
            new Deadline(Given.day("2026-07-08"), Given.day("2026-07-01"), "gdpr-answer-no/1", "counted by other rules"), AT))),
    DONE_AND_RESTRICTED("done, restricted", and(submitted(Right.RESTRICTION), ASSESSED,
            new RequestPrepared(ID, Given.RESTRICT, HANDLER, AT), new RequestApproved(ID, Right.RESTRICTION, Given.RESTRICT, null, CONTROLLER, AT),
            new ItemCarriedOut(ID, new ItemResult.CarriedOut(CUSTOMERS, Map.of("restricted", 1L), null, AT), AT), new RequestCompleted(ID, AT))),
    DONE_AND_UNREADABLE("done, backups could bring it back", and(erasure(), found(), proposed(), approved(), unreadable(), new RequestCompleted(ID, AT))),
    DONE_WITH_A_COPY("done, a copy lies ready", and(
            submitted(Right.ACCESS), copyFound(), copyProposed(), copyApproved(), new CopyMade(ID, new CopyPackage(1, "00", AT.plusSeconds(9)), AT),
            included(), new RequestCompleted(ID, AT)));

    private final String words;
    private final List<RequestEvent> events;

    Situation(List<RequestEvent> events) {
        this.words = name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        this.events = events;
    }

    Situation(String words, List<RequestEvent> events) {
        this.words = words;
        this.events = events;
    }

    String words() {
        return words;
    }

    List<RequestEvent> events() {
        return events;
    }

    /** Of the newest event, from 0. */
    long version() {
        return events.size() - 1L;
    }

    private static List<RequestEvent> erasure() {
        return List.of(submitted(Right.ERASURE));
    }

    private static List<RequestEvent> letter() {
        return List.of(new RequestSubmitted(ID, "R-7Q4K-2M", Right.ERASURE, PERSON, Channel.LETTER, AT, AT, HANDLER, LAW.answerTo(AT), AT));
    }

    private static List<RequestEvent> and(RequestEvent first, RequestEvent... more) {
        return and(List.of(first), more);
    }

    private static List<RequestEvent> and(List<RequestEvent> before, RequestEvent... more) {
        var all = new ArrayList<>(before);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    private static RequestEvent found() {
        return new RequestAssessed(
                ID, List.of(new Holding(CUSTOMERS, "contact-details", 1, Outcome.ERASE, List.of(Outcome.ERASE, Outcome.KEEP), null, null)), AT);
    }

    static final List<Decision> ERASE = List.of(new Decision(CUSTOMERS, Outcome.ERASE, null));
    static final LedgerPosition LEDGER = new LedgerPosition(UUID.fromString("6f1d2c3a-0000-4000-8000-000000000002"), 17);

    private static RequestEvent proposed() {
        return new RequestPrepared(ID, List.of(new Decision(CUSTOMERS, Outcome.ERASE, null)), HANDLER, AT);
    }

    private static RequestEvent approved() {
        return new RequestApproved(ID, Right.ERASURE, List.of(new Decision(CUSTOMERS, Outcome.ERASE, null)), null, CONTROLLER, AT);
    }

    private static RequestEvent failed() {
        return new ItemFailed(ID, new ItemResult.Failed(CUSTOMERS, "The database demo did not answer."), AT);
    }

    private static RequestEvent held() {
        return new ItemHeld(ID, new ItemResult.Held(CUSTOMERS, List.of(Given.HOLD), false), AT);
    }

    private static RequestEvent partly() {
        return new RequestPartlyDone(ID, List.of(CUSTOMERS), AT);
    }

    private static RequestEvent erased() {
        return new ItemCarriedOut(ID, new ItemResult.CarriedOut(CUSTOMERS, Map.of("erased", 1L), null, AT), AT);
    }

    private static RequestEvent unreadable() {
        return new ItemCarriedOut(ID, new ItemResult.CarriedOut(CUSTOMERS, Map.of("erased", 1L), null, AT, AT), AT);
    }

    private static RequestEvent asked() {
        var course = Course.from(AT).asking(new Course.Question("identity", AT));
        return new PersonAsked(ID, Question.IDENTITY, AT, SAID, null, LAW.answerTo(course, AT), HANDLER, AT);
    }

    private static RequestEvent copyFound() {
        return new RequestAssessed(
                ID, List.of(new Holding(CUSTOMERS, "contact-details", 1, Outcome.INCLUDE, List.of(Outcome.INCLUDE, Outcome.LEAVE_OUT), null, null)), AT);
    }

    private static RequestEvent copyProposed() {
        return new RequestPrepared(ID, List.of(new Decision(CUSTOMERS, Outcome.INCLUDE, null)), HANDLER, AT);
    }

    private static RequestEvent copyApproved() {
        return new RequestApproved(ID, Right.ACCESS, List.of(new Decision(CUSTOMERS, Outcome.INCLUDE, null)), null, CONTROLLER, AT);
    }

    private static RequestEvent included() {
        return new ItemCarriedOut(ID, new ItemResult.CarriedOut(CUSTOMERS, Map.of("included", 1L), null, AT), AT);
    }
}
