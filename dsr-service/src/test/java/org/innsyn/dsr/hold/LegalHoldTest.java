package org.innsyn.dsr.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matchers;
import org.innsyn.dsr.hold.HoldCommand.PlaceHold;
import org.innsyn.dsr.hold.HoldCommand.ReleaseHold;
import org.innsyn.dsr.hold.HoldCommand.ReviewHold;
import org.innsyn.dsr.hold.HoldEvent.HoldPlaced;
import org.innsyn.dsr.hold.HoldEvent.HoldReleased;
import org.innsyn.dsr.hold.HoldEvent.HoldReviewed;
import org.innsyn.dsr.request.Grounds;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.Party;
import org.innsyn.dsr.request.Rejected;
import org.innsyn.dsr.request.Rejected.Reason;
import org.innsyn.platform.eventstore.EventTypes;
import org.innsyn.platform.eventstore.StoredAs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class LegalHoldTest {

    private static final HoldId ID = new HoldId(UUID.fromString("6f1d2c3a-0000-4000-8000-000000000004"));
    private static final UUID SAID = UUID.fromString("6f1d2c3a-0000-4000-8000-000000000003");
    private static final Party BY = new Party("b4a1f0c2");
    private static final Instant AT = Instant.parse("2026-06-10T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    private static final LocalDate REVIEW = LocalDate.of(2026, 12, 1);
    private static final HoldScope INVOICES = HoldScope.itemOfAPerson(ItemKey.of("demo", "invoices"));
    private static final HoldPlaced PLACED = new HoldPlaced(ID, INVOICES, "legal-claims", "legal", REVIEW, "holds/1", SAID, BY, AT);
    private static final HoldReviewed REVIEWED = new HoldReviewed(ID, REVIEW, SAID, BY, AT);
    private static final HoldReleased RELEASED = new HoldReleased(ID, SAID, BY, AT);

    @Test
    void names_a_ground_of_the_law_an_owner_and_a_day_to_look_at_it_again() {
        fixture().givenNoPriorActivity().when(place("legal-claims", "legal", REVIEW)).expectEvents(PLACED);
    }

    @ParameterizedTest
    @CsvSource({
        "rights-of-others, legal, 2026-12-01", // a ground of the law, and none to keep something on
        "because, legal, 2026-12-01",
        "legal-claims, Kari Nordmann, 2026-12-01", // nobody's name
        "legal-claims, legal, 2026-06-10", // today
        "legal-claims, legal, 2027-06-11" // a day more than a year
    })
    void is_refused_without_them(String ground, String owner, LocalDate reviewOn) {
        rejects(fixture().givenNoPriorActivity().when(place(ground, owner, reviewOn)), Reason.INVALID);
    }

    @Test
    void can_be_kept_for_another_year_at_most_and_released_once() {
        fixture().given(PLACED).when(new ReviewHold(ID, 0, LocalDate.of(2027, 6, 10), SAID, BY, TODAY, AT))
                .expectEvents(new HoldReviewed(ID, LocalDate.of(2027, 6, 10), SAID, BY, AT));
        rejects(fixture().given(PLACED).when(new ReviewHold(ID, 0, LocalDate.of(2027, 6, 11), SAID, BY, TODAY, AT)), Reason.INVALID);
        fixture().given(PLACED, REVIEWED).when(new ReleaseHold(ID, 1, SAID, BY, AT)).expectEvents(RELEASED);
        rejects(fixture().given(PLACED, REVIEWED).when(new ReleaseHold(ID, 0, SAID, BY, AT)), Reason.STALE);
        rejects(fixture().given(PLACED, RELEASED).when(new ReleaseHold(ID, 1, SAID, BY, AT)), Reason.NOT_NOW);
        rejects(fixture().given(PLACED, RELEASED).when(new ReviewHold(ID, 1, REVIEW, SAID, BY, TODAY, AT)), Reason.NOT_NOW);
    }

    @Test
    void every_ground_of_the_pack_has_words() {
        assertThat(HoldRules.shipped().grounds()).isNotEmpty().allMatch(ground -> Grounds.text(ground).isPresent());
    }

    static Stream<HoldEvent> events() {
        return Stream.of(PLACED, REVIEWED, RELEASED);
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_written_and_read_as_its_golden_file_says(HoldEvent event) throws Exception {
        var json = JsonMapper.builder().build();
        var stored = event.getClass().getAnnotation(StoredAs.class);
        try (var golden = LegalHoldTest.class.getResourceAsStream("/events/" + stored.name() + "." + stored.revision() + ".json")) {
            var text = new String(golden.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(json.readTree(json.writeValueAsString(event))).isEqualTo(json.readTree(text));
            assertThat(json.readValue(text, event.getClass())).isEqualTo(event);
        }
        assertThat(events().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(new EventTypes(HoldEvent.class).classes());
    }

    private static PlaceHold place(String ground, String owner, LocalDate reviewOn) {
        return new PlaceHold(ID, INVOICES, ground, owner, reviewOn, SAID, BY, TODAY, AT);
    }

    private static FixtureConfiguration<LegalHold> fixture() {
        var fixture = new AggregateTestFixture<>(LegalHold.class);
        fixture.registerInjectableResource(HoldRules.shipped());
        return fixture;
    }

    private static void rejects(ResultValidator<?> result, Reason reason) {
        result.expectNoEvents().expectException(new FeatureMatcher<Throwable, Reason>(Matchers.is(reason), "rejected because of", "reason") {
            @Override
            protected Reason featureValueOf(Throwable thrown) {
                return ((Rejected) thrown).reason();
            }
        });
    }
}
