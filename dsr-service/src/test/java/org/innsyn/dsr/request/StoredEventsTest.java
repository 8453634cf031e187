package org.innsyn.dsr.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.innsyn.dsr.calendar.Deadline;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.calendar.Step;
import org.innsyn.dsr.request.RequestEvent.CopyExpired;
import org.innsyn.dsr.request.RequestEvent.CopyFetched;
import org.innsyn.dsr.request.RequestEvent.CopyMade;
import org.innsyn.dsr.request.RequestEvent.DeadlinesMoved;
import org.innsyn.dsr.request.RequestEvent.DuplicateJoined;
import org.innsyn.dsr.request.RequestEvent.ExtensionIneffective;
import org.innsyn.dsr.request.RequestEvent.IdentityChecked;
import org.innsyn.dsr.request.RequestEvent.ItemBeyondRecovery;
import org.innsyn.dsr.request.RequestEvent.ItemCarriedOut;
import org.innsyn.dsr.request.RequestEvent.ItemDoneByHand;
import org.innsyn.dsr.request.RequestEvent.ItemErasedAgain;
import org.innsyn.dsr.request.RequestEvent.ExtensionUndelivered;
import org.innsyn.dsr.request.RequestEvent.HeldResumed;
import org.innsyn.dsr.request.RequestEvent.ItemFailed;
import org.innsyn.dsr.request.RequestEvent.ItemHeld;
import org.innsyn.dsr.request.RequestEvent.ItemUnrestricted;
import org.innsyn.dsr.request.RequestEvent.OpinionGiven;
import org.innsyn.dsr.request.RequestEvent.PeriodExtended;
import org.innsyn.dsr.request.RequestEvent.PersonAnswered;
import org.innsyn.dsr.request.RequestEvent.PersonAsked;
import org.innsyn.dsr.request.RequestEvent.RequestApproved;
import org.innsyn.dsr.request.RequestEvent.RequestAssessed;
import org.innsyn.dsr.request.RequestEvent.RequestCompleted;
import org.innsyn.dsr.request.RequestEvent.RequestOverdue;
import org.innsyn.dsr.request.RequestEvent.RequestPartlyDone;
import org.innsyn.dsr.request.RequestEvent.RequestPrepared;
import org.innsyn.dsr.request.RequestEvent.RequestRefused;
import org.innsyn.dsr.request.RequestEvent.RequestReopened;
import org.innsyn.dsr.request.RequestEvent.RequestRerun;
import org.innsyn.dsr.request.RequestEvent.RequestStopped;
import org.innsyn.dsr.request.RequestEvent.RequestSubmitted;
import org.innsyn.dsr.request.RequestEvent.RequestWithdrawn;
import org.innsyn.dsr.request.RequestEvent.StopLifted;
import org.innsyn.dsr.request.RequestEvent.TargetPassed;
import org.innsyn.platform.eventstore.EventTypes;
import org.innsyn.platform.eventstore.StoredAs;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.IdentityMethod;
import org.innsyn.schemas.request.Opinion;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Question;
import org.innsyn.schemas.request.RefusalGround;
import org.innsyn.schemas.request.ReopeningGround;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds every event against its golden file. A file of a released revision is never edited: another shape is a new revision with an
 * upcaster.
 */
class StoredEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/events");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Only its converters are asked: between bytes and bytes. */
    private static final Serializer NO_SERIALIZER = Jackson3Serializer.builder().build();

    private static final RequestId ID = new RequestId(UUID.fromString("6f1d2c3a-0000-4000-8000-000000000001"));
    private static final Instant AT = Instant.parse("2026-06-10T10:00:00Z");
    private static final Party BY = new Party("b4a1f0c2");
    private static final Party OTHER = new Party("c7d2e1f0");
    private static final UUID SAID = UUID.fromString("6f1d2c3a-0000-4000-8000-000000000003");
    private static final UUID HOLD = UUID.fromString("6f1d2c3a-0000-4000-8000-000000000004");
    private static final Deadline DEADLINE = new Deadline(
            LocalDate.of(2026, 7, 13), LocalDate.of(2026, 7, 6), "gdpr-answer-no/3", "One month. A free day.",
            List.of(new Step("free-day", Map.of("free", "2026-07-10"), "A free day.", "Regulation 1182/71 Art. 3(4)")));
    private static final LegalClock.Ineffective WHY = new LegalClock.Ineffective("notice-late", "The notice was late.");
    private static final ItemKey ITEM = ItemKey.of("demo", "invoices");
    private static final LocalDate UNTIL = LocalDate.of(2031, 12, 31);
    private static final List<Decision> DECISIONS = List.of(
            new Decision(ITEM, Outcome.KEEP, "bookkeeping-law"), new Decision(ItemKey.ACCESS_LOG, Outcome.ERASE, null));
    private static final LedgerPosition LEDGER = new LedgerPosition(UUID.fromString("6f1d2c3a-0000-4000-8000-000000000002"), 17);

    static Stream<RequestEvent> events() {
        return Stream.of(
                new RequestSubmitted(ID, "R-7Q4K-2M", Right.ERASURE, BY, Channel.LETTER, AT.minusSeconds(7_200), AT.minusSeconds(3_600), OTHER, DEADLINE, AT),
                new DuplicateJoined(ID, Channel.EMAIL, AT, SAID, DEADLINE, BY, AT),
                new IdentityChecked(ID, IdentityMethod.KNOWN_ADDRESS, BY, AT),
                new PersonAsked(ID, Question.IDENTITY, AT, SAID, WHY, DEADLINE, BY, AT),
                new PersonAnswered(ID, AT, SAID, DEADLINE, BY, AT),
                new PeriodExtended(ID, "complexity", AT, SAID, DEADLINE, BY, AT),
                new ExtensionIneffective(ID, "complexity", AT, SAID, WHY, BY, AT),
                new ExtensionUndelivered(ID, "complexity", AT, SAID, DEADLINE, AT),
                new OpinionGiven(ID, Opinion.OBJECTION, SAID, BY, AT),
                new RequestStopped(ID, SAID, BY, AT),
                new StopLifted(ID, SAID, BY, AT),
                new RequestReopened(ID, ReopeningGround.COMPLAINT, SAID, AT, DEADLINE, BY, AT),
                new ItemDoneByHand(ID, ITEM, Map.of("corrected", 2L), SAID, BY, AT),
                new TargetPassed(ID, LocalDate.of(2026, 7, 3), LocalDate.of(2026, 7, 10), AT),
                new RequestOverdue(ID, LocalDate.of(2026, 7, 10), AT),
                new DeadlinesMoved(ID, LocalDate.of(2026, 7, 10), LocalDate.of(2026, 7, 3), "gdpr-answer-no/2", DEADLINE, AT),
                new RequestAssessed(ID, List.of(new Holding(ITEM, "billing", 4, Outcome.KEEP, List.of(Outcome.KEEP), "bookkeeping-law", UNTIL)), AT),
                new RequestPrepared(ID, DECISIONS, BY, AT),
                new RequestApproved(ID, Right.ERASURE, DECISIONS, LEDGER, BY, AT),
                new RequestRefused(ID, RefusalGround.EXCESSIVE, true, BY, AT),
                new RequestWithdrawn(ID, BY, AT),
                new ItemCarriedOut(ID, new ItemResult.CarriedOut(ITEM, Map.of("kept", 4L), UNTIL, AT), AT),
                new ItemErasedAgain(ID, new ItemResult.CarriedOut(ItemKey.of("demo", "customers"), Map.of("erased", 1L), null, AT), AT),
                new ItemUnrestricted(ID, new ItemResult.CarriedOut(ItemKey.of("demo", "customers"), Map.of("lifted", 1L), null, AT), AT),
                new ItemBeyondRecovery(ID, ItemKey.ACCESS_LOG, AT, AT),
                new ItemFailed(ID, new ItemResult.Failed(ITEM, "The database demo did not answer."), AT),
                new ItemHeld(ID, new ItemResult.Held(ITEM, List.of(new HeldBy(HOLD, "legal-claims", UNTIL)), true), AT),
                new HeldResumed(ID, Right.ERASURE, DECISIONS, LEDGER, BY, AT),
                new CopyMade(ID, new CopyPackage(4711, "00ff", AT.plusSeconds(604_800)), AT),
                new CopyFetched(ID, BY, AT),
                new CopyExpired(ID, AT),
                new RequestCompleted(ID, AT),
                new RequestPartlyDone(ID, List.of(ITEM), AT),
                new RequestRerun(ID, Right.ERASURE, DECISIONS, LEDGER, BY, AT));
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_written_and_read_as_its_golden_file_says(RequestEvent event) throws IOException {
        var golden = Files.readString(file(event.getClass()));

        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(JSON.readTree(golden));
        assertThat(JSON.readValue(golden, event.getClass())).isEqualTo(event);
    }

    /** What a request of an earlier revision looks like now: read from its golden file by the upcasters and then as any other. */
    @Test
    void earlier_revisions_are_raised() throws IOException {
        var at = Instant.parse("2026-06-10T10:00:00Z");
        var deadline = new Deadline(LocalDate.of(2026, 7, 10), LocalDate.of(2026, 7, 3), "gdpr-answer-no/1", "One month.");

        assertThat(raised("request.RequestSubmitted", RequestSubmitted.class)).isEqualTo(
                new RequestSubmitted(ID, "R-7Q4K-2M", Right.ERASURE, BY, Channel.PORTAL, at, at, null, deadline, at));
        assertThat(raised("request.RequestRefused", RequestRefused.class)).isEqualTo(new RequestRefused(ID, null, false, BY, at));
    }

    private static <T> T raised(String name, Class<T> type) throws IOException {
        var stored = new GenericDomainEventEntry<>(
                "DataSubjectRequest", ID.toString(), 0, "event", AT, name, "1", Files.readAllBytes(GOLDEN.resolve(name + ".1.json")),
                "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var raised = new RequestUpcasters().upcast(Stream.of(new InitialEventRepresentation(stored, NO_SERIALIZER))).toList();
        assertThat(raised).singleElement().satisfies(event -> assertThat(event.getType().getRevision()).isEqualTo("2"));
        return JSON.readValue((byte[]) raised.getFirst().getData(byte[].class).getData(), type);
    }

    @Test
    void no_event_is_without_a_golden_file() {
        assertThat(new EventTypes(RequestEvent.class).classes()).allSatisfy(type -> assertThat(file(type)).exists());
        assertThat(events().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(new EventTypes(RequestEvent.class).classes());
    }

    private static Path file(Class<?> event) {
        var stored = event.getAnnotation(StoredAs.class);
        return GOLDEN.resolve(stored.name() + "." + stored.revision() + ".json");
    }
}
