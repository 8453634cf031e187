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
import org.innsyn.dsr.calendar.Deadline;
import org.innsyn.dsr.request.RequestEvent.CopyExpired;
import org.innsyn.dsr.request.RequestEvent.CopyFetched;
import org.innsyn.dsr.request.RequestEvent.CopyMade;
import org.innsyn.dsr.request.RequestEvent.ItemBeyondRecovery;
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
import org.innsyn.platform.eventstore.EventTypes;
import org.innsyn.platform.eventstore.StoredAs;
import org.innsyn.schemas.request.Outcome;
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

    private static final RequestId ID = new RequestId(UUID.fromString("6f1d2c3a-0000-4000-8000-000000000001"));
    private static final Instant AT = Instant.parse("2026-06-10T10:00:00Z");
    private static final Party BY = new Party("b4a1f0c2");
    private static final ItemKey ITEM = ItemKey.of("demo", "invoices");
    private static final LocalDate UNTIL = LocalDate.of(2031, 12, 31);
    private static final List<Decision> DECISIONS = List.of(
            new Decision(ITEM, Outcome.KEEP, "bookkeeping-law"), new Decision(ItemKey.ACCESS_LOG, Outcome.ERASE, null));
    private static final LedgerPosition LEDGER = new LedgerPosition(UUID.fromString("6f1d2c3a-0000-4000-8000-000000000002"), 17);

    static Stream<RequestEvent> events() {
        return Stream.of(
                new RequestSubmitted(ID, "R-7Q4K-2M", Right.ERASURE, BY,
                        new Deadline(LocalDate.of(2026, 7, 10), LocalDate.of(2026, 7, 3), "gdpr-answer-no/1", "One month."), AT),
                new RequestAssessed(ID, List.of(new Holding(ITEM, "billing", 4, Outcome.KEEP, List.of(Outcome.KEEP), "bookkeeping-law", UNTIL)), AT),
                new RequestPrepared(ID, DECISIONS, BY, AT),
                new RequestApproved(ID, Right.ERASURE, DECISIONS, LEDGER, BY, AT),
                new RequestRefused(ID, BY, AT),
                new RequestWithdrawn(ID, BY, AT),
                new ItemCarriedOut(ID, new ItemResult.CarriedOut(ITEM, Map.of("kept", 4L), UNTIL, AT), AT),
                new ItemBeyondRecovery(ID, ItemKey.ACCESS_LOG, AT, AT),
                new ItemFailed(ID, new ItemResult.Failed(ITEM, "The database demo did not answer."), AT),
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
