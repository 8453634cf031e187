package org.innsyn.audit.breach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.innsyn.audit.breach.BreachCommand.CloseBreach;
import org.innsyn.audit.breach.BreachCommand.DecideAuthority;
import org.innsyn.audit.breach.BreachCommand.DecidePersons;
import org.innsyn.audit.breach.BreachCommand.OpenBreach;
import org.innsyn.audit.breach.BreachCommand.ReopenBreach;
import org.innsyn.audit.breach.BreachCommand.StateFacts;
import org.innsyn.audit.breach.BreachEvent.AuthorityDecided;
import org.innsyn.audit.breach.BreachEvent.BreachClosed;
import org.innsyn.audit.breach.BreachEvent.BreachOpened;
import org.innsyn.audit.breach.BreachEvent.BreachReopened;
import org.innsyn.audit.breach.BreachEvent.FactsStated;
import org.innsyn.audit.breach.BreachEvent.PersonsDecided;
import org.innsyn.schemas.oversight.BreachKind;
import org.junit.jupiter.api.Test;

class BreachTest {

    private static final UUID FINDING = new UUID(1, 1);
    private static final BreachId ID = BreachId.of(FINDING);
    private static final By OFFICER = new By(new UUID(2, 1), "dpo");
    private static final UUID TEXT = new UUID(3, 1);
    /** A Thursday before Easter: the hours run through all of it. */
    private static final Instant AWARE = Instant.parse("2026-04-02T10:00:00Z");
    private static final Instant NOW = AWARE.plus(Duration.ofDays(5));
    private static final Instant IN_TIME = AWARE.plus(Duration.ofHours(72));

    private final FixtureConfiguration<Breach> breaches = new AggregateTestFixture<>(Breach.class);

    @Test
    void a_finding_opens_one_record_however_often_it_is_concluded_so() {
        breaches.givenNoPriorActivity().when(open()).expectEvents(opened());
        breaches.given(opened()).when(open()).expectSuccessfulHandlerExecution().expectNoEvents();
        assertThat(BreachId.of(FINDING)).isEqualTo(ID).isNotEqualTo(BreachId.of(new UUID(1, 2)));
        assertThat(ID.value().version()).isEqualTo(8);
    }

    @Test
    void the_72_hours_are_plain_hours_and_telling_later_needs_a_reason() {
        assertThat(Breach.notifyBy(AWARE)).isEqualTo(Instant.parse("2026-04-05T10:00:00Z"));
        breaches.given(opened()).when(authority(true, IN_TIME, null)).expectEvents(new AuthorityDecided(ID, new Told(true, IN_TIME, false, null), OFFICER, NOW));
        breaches.given(opened()).when(authority(true, IN_TIME.plusMillis(1), null)).expectException(BreachRefused.class).expectNoEvents();
        breaches.given(opened()).when(authority(true, IN_TIME.plusMillis(1), TEXT))
                .expectEvents(new AuthorityDecided(ID, new Told(true, IN_TIME.plusMillis(1), true, TEXT), OFFICER, NOW));
    }

    @Test
    void not_to_tell_somebody_needs_a_reason() {
        breaches.given(opened()).when(authority(false, null, null)).expectException(BreachRefused.class).expectNoEvents();
        breaches.given(opened()).when(authority(false, null, TEXT)).expectEvents(authorityNotTold());
        breaches.given(opened()).when(new DecidePersons(ID, 0, false, null, null, OFFICER, NOW)).expectException(BreachRefused.class).expectNoEvents();
    }

    @Test
    void nothing_is_told_before_it_is_known_or_in_the_future() {
        breaches.given(opened()).when(authority(true, AWARE.minusSeconds(1), TEXT)).expectException(BreachRefused.class);
        breaches.given(opened()).when(authority(true, NOW.plusSeconds(1), TEXT)).expectException(BreachRefused.class);
        breaches.givenNoPriorActivity().when(new OpenBreach(ID, null, NOW.plusSeconds(1), TEXT, OFFICER, NOW)).expectException(BreachRefused.class);
    }

    @Test
    void it_is_closed_only_when_the_facts_and_both_decisions_are_on_record() {
        breaches.given(opened(), facts(), authorityNotTold()).when(new CloseBreach(ID, 2, OFFICER, NOW)).expectException(BreachRefused.class).expectNoEvents();
        breaches.given(opened(), authorityNotTold(), personsTold()).when(new CloseBreach(ID, 2, OFFICER, NOW)).expectException(BreachRefused.class).expectNoEvents();
        breaches.given(opened(), facts(), personsTold()).when(new CloseBreach(ID, 2, OFFICER, NOW)).expectException(BreachRefused.class).expectNoEvents();
        breaches.given(opened(), facts(), authorityNotTold(), personsTold()).when(new CloseBreach(ID, 3, OFFICER, NOW)).expectEvents(closed());
    }

    @Test
    void what_is_closed_is_opened_before_it_is_changed() {
        breaches.given(opened(), facts(), authorityNotTold(), personsTold(), closed()).when(stateFacts(4)).expectException(BreachRefused.class).expectNoEvents();
        breaches.given(opened(), facts(), authorityNotTold(), personsTold(), closed()).when(new ReopenBreach(ID, 4, OFFICER, NOW)).expectEvents(new BreachReopened(ID, OFFICER, NOW));
        breaches.given(opened()).when(new ReopenBreach(ID, 0, OFFICER, NOW)).expectException(BreachRefused.class).expectNoEvents();
    }

    @Test
    void nobody_writes_over_what_somebody_else_wrote_meanwhile() {
        breaches.given(opened(), facts()).when(stateFacts(0)).expectException(BreachRefused.class).expectNoEvents();
        breaches.given(opened(), facts()).when(stateFacts(1)).expectEvents(facts());
    }

    private static OpenBreach open() {
        return new OpenBreach(ID, FINDING, AWARE, null, OFFICER, AWARE);
    }

    private static BreachOpened opened() {
        return new BreachOpened(ID, FINDING, AWARE, null, OFFICER, AWARE);
    }

    private static StateFacts stateFacts(long version) {
        return new StateFacts(ID, version, AWARE, List.of(BreachKind.CONFIDENTIALITY), List.of("contact-details"), 40, 120, TEXT, TEXT, TEXT, OFFICER, NOW);
    }

    private static FactsStated facts() {
        return new FactsStated(ID, AWARE, List.of(BreachKind.CONFIDENTIALITY), List.of("contact-details"), 40, 120, TEXT, TEXT, TEXT, OFFICER, NOW);
    }

    private static DecideAuthority authority(boolean told, Instant at, UUID reason) {
        return new DecideAuthority(ID, 0, told, at, reason, OFFICER, NOW);
    }

    private static AuthorityDecided authorityNotTold() {
        return new AuthorityDecided(ID, new Told(false, null, false, TEXT), OFFICER, NOW);
    }

    private static PersonsDecided personsTold() {
        return new PersonsDecided(ID, new Told(true, NOW, false, null), OFFICER, NOW);
    }

    private static BreachClosed closed() {
        return new BreachClosed(ID, OFFICER, NOW);
    }
}
