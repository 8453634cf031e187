package org.innsyn.audit.disclosure;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.innsyn.audit.disclosure.NameCommand.AdviseOnName;
import org.innsyn.audit.disclosure.NameCommand.AskName;
import org.innsyn.audit.disclosure.NameCommand.DecideName;
import org.innsyn.audit.disclosure.NameEvent.NameAdvised;
import org.innsyn.audit.disclosure.NameEvent.NameAsked;
import org.innsyn.audit.disclosure.NameEvent.NameDecided;
import org.junit.jupiter.api.Test;

class NameQuestionTest {

    private static final EntryId ENTRY = new EntryId(new UUID(1, 1));
    private static final UUID LEDGER = new UUID(1, 2);
    private static final UUID WHO_LOOKED = new UUID(2, 1);
    private static final UUID OFFICER = new UUID(2, 2);
    private static final UUID CONTROLLER = new UUID(2, 3);
    private static final UUID TEXT = new UUID(3, 1);
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final FixtureConfiguration<NameQuestion> questions = new AggregateTestFixture<>(NameQuestion.class);

    @Test
    void a_name_is_asked_for_once_whoever_asks_again() {
        questions.givenNoPriorActivity().when(ask()).expectEvents(asked());
        questions.given(asked()).when(ask()).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void nothing_is_decided_before_the_officer_is_heard() {
        questions.given(asked()).when(decide(0, CONTROLLER)).expectException(NameRefused.class).expectNoEvents();
        questions.given(asked(), advised()).when(decide(1, CONTROLLER)).expectEvents(decided(true));
    }

    @Test
    void who_advised_and_who_looked_does_not_decide() {
        questions.given(asked(), advised()).when(decide(1, OFFICER)).expectException(NameRefused.class).expectNoEvents();
        questions.given(asked(), advised()).when(decide(1, WHO_LOOKED)).expectException(NameRefused.class).expectNoEvents();
        questions.given(asked()).when(new AdviseOnName(ENTRY, 0, false, TEXT, WHO_LOOKED, NOW)).expectException(NameRefused.class).expectNoEvents();
    }

    @Test
    void a_refusal_can_be_decided_anew_and_a_name_that_was_told_cannot() {
        questions.given(asked(), advised(), decided(false)).when(decide(2, CONTROLLER)).expectEvents(decided(true));
        questions.given(asked(), advised(), decided(true)).when(decide(2, CONTROLLER)).expectException(NameRefused.class).expectNoEvents();
    }

    @Test
    void nobody_decides_on_an_older_version() {
        questions.given(asked(), advised()).when(decide(0, CONTROLLER)).expectException(NameRefused.class).expectNoEvents();
    }

    private static AskName ask() {
        return new AskName(ENTRY, LEDGER, WHO_LOOKED, null, TEXT, NOW);
    }

    private static NameAsked asked() {
        return new NameAsked(ENTRY, LEDGER, WHO_LOOKED, null, TEXT, NOW);
    }

    private static NameAdvised advised() {
        return new NameAdvised(ENTRY, true, TEXT, OFFICER, NOW);
    }

    private static DecideName decide(long version, UUID by) {
        return new DecideName(ENTRY, version, true, TEXT, by, NOW);
    }

    private static NameDecided decided(boolean tell) {
        return new NameDecided(ENTRY, tell, TEXT, CONTROLLER, NOW);
    }
}
