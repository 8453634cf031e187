package org.innsyn.dsr.request;

import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.FeatureMatcher;
import org.innsyn.dsr.calendar.Course;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.calendar.RulePack;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestAssessed;
import org.innsyn.dsr.request.RequestEvent.RequestPrepared;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;

/** What tests of requests begin with. */
final class Given {

    static final RequestId ID = new RequestId(UUID.fromString("6f1d2c3a-0000-4000-8000-000000000001"));
    /** A Wednesday; the first month ends on Friday 10 July. */
    static final Instant AT = at("2026-06-10");
    static final UUID SAID = UUID.fromString("6f1d2c3a-0000-4000-8000-000000000003");
    static final Party PERSON = new Party("sub-person");
    static final Party HANDLER = new Party("sub-handler");
    static final Party CONTROLLER = new Party("sub-controller");
    static final Party DPO = new Party("sub-dpo");
    static final LegalClock LAW = new LegalClock(RulePack.named("gdpr-answer-no-2"));
    static final ItemKey CUSTOMERS = ItemKey.of("demo", "customers");
    static final ItemKey CASES = ItemKey.of("demo", "cases");

    static final HeldBy HOLD = new HeldBy(UUID.fromString("6f1d2c3a-0000-4000-8000-000000000004"), "legal-claims", day("2026-12-01"));

    static final RequestSubmitted BY_LETTER = new RequestSubmitted(
            ID, "R-7Q4K-2M", Right.RECTIFICATION, PERSON, Channel.LETTER, AT, AT, HANDLER, LAW.answerTo(AT), AT);
    static final RequestSubmitted SUBMITTED = submitted(Right.RECTIFICATION);
    static final RequestAssessed ASSESSED = new RequestAssessed(ID, List.of(holding(CUSTOMERS), holding(CASES)), AT);
    static final List<Decision> PROPOSED = List.of(new Decision(CUSTOMERS, Outcome.CORRECT, null), new Decision(CASES, Outcome.NOT_CONCERNED, null));
    static final List<Decision> RESTRICT = List.of(new Decision(CUSTOMERS, Outcome.RESTRICT, null), new Decision(CASES, Outcome.NOT_CONCERNED, null));
    static final RequestPrepared PREPARED = new RequestPrepared(ID, PROPOSED, HANDLER, AT);
    static final RequestApproved APPROVED = new RequestApproved(ID, Right.RECTIFICATION, PROPOSED, null, CONTROLLER, AT);

    private Given() {}

    static RequestSubmitted submitted(Right right) {
        return new RequestSubmitted(ID, "R-7Q4K-2M", right, PERSON, Channel.PORTAL, AT, AT, null, LAW.answerTo(AT), AT);
    }

    static Holding holding(ItemKey item) {
        return new Holding(item, "contact-details", 2, Outcome.NOT_CONCERNED, List.of(Outcome.CORRECT, Outcome.DECLINE, Outcome.NOT_CONCERNED), null, null);
    }

    static FixtureConfiguration<DataSubjectRequest> fixture() {
        var fixture = new AggregateTestFixture<>(DataSubjectRequest.class);
        fixture.registerInjectableResource(LAW);
        return fixture;
    }

    /** Noon in Oslo, in summer. */
    static Instant at(String day) {
        return Instant.parse(day + "T10:00:00Z");
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static Course.Question identity(String askedOn) {
        return new Course.Question("identity", at(askedOn));
    }

    static void rejects(ResultValidator<?> result, Rejected.Reason reason) {
        result.expectNoEvents().expectException(new FeatureMatcher<Throwable, Rejected.Reason>(is(reason), "rejected because of", "reason") {
            @Override
            protected Rejected.Reason featureValueOf(Throwable thrown) {
                return ((Rejected) thrown).reason();
            }
        });
    }
}
