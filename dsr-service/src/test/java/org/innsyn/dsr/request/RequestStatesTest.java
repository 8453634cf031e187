package org.innsyn.dsr.request;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.dsr.request.Given.AT;
import static org.innsyn.dsr.request.Given.CONTROLLER;
import static org.innsyn.dsr.request.Given.CUSTOMERS;
import static org.innsyn.dsr.request.Given.DPO;
import static org.innsyn.dsr.request.Given.HANDLER;
import static org.innsyn.dsr.request.Given.ID;
import static org.innsyn.dsr.request.Given.PERSON;
import static org.innsyn.dsr.request.Given.SAID;
import static org.innsyn.dsr.request.Given.fixture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.AxonAssertionError;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.RequestCommand.ApproveRequest;
import org.innsyn.dsr.request.RequestCommand.AskPerson;
import org.innsyn.dsr.request.RequestCommand.AssessRequest;
import org.innsyn.dsr.request.RequestCommand.CheckIdentity;
import org.innsyn.dsr.request.RequestCommand.ConfirmByCode;
import org.innsyn.dsr.request.RequestCommand.ExpireCopy;
import org.innsyn.dsr.request.RequestCommand.ExtendRequest;
import org.innsyn.dsr.request.RequestCommand.FetchCopy;
import org.innsyn.dsr.request.RequestCommand.GiveOpinion;
import org.innsyn.dsr.request.RequestCommand.JoinDuplicate;
import org.innsyn.dsr.request.RequestCommand.LiftStop;
import org.innsyn.dsr.request.RequestCommand.NoteDeadlines;
import org.innsyn.dsr.request.RequestCommand.PrepareRequest;
import org.innsyn.dsr.request.RequestCommand.RecordAnswer;
import org.innsyn.dsr.request.RequestCommand.RecordBeyondRecovery;
import org.innsyn.dsr.request.RequestCommand.RecordByHand;
import org.innsyn.dsr.request.RequestCommand.RecordErasedAgain;
import org.innsyn.dsr.request.RequestCommand.RecordResults;
import org.innsyn.dsr.request.RequestCommand.RecordUndelivered;
import org.innsyn.dsr.request.RequestCommand.RecordUnrestricted;
import org.innsyn.dsr.request.RequestCommand.RefuseRequest;
import org.innsyn.dsr.request.RequestCommand.ReopenRequest;
import org.innsyn.dsr.request.RequestCommand.RerunRequest;
import org.innsyn.dsr.request.RequestCommand.ResumeHeld;
import org.innsyn.dsr.request.RequestCommand.ReviewDeadline;
import org.innsyn.dsr.request.RequestCommand.StopRequest;
import org.innsyn.dsr.request.RequestCommand.SubmitRequest;
import org.innsyn.dsr.request.RequestCommand.WithdrawRequest;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.IdentityMethod;
import org.innsyn.schemas.request.Opinion;
import org.innsyn.schemas.request.Question;
import org.innsyn.schemas.request.ReopeningGround;
import org.innsyn.schemas.request.RequestState;
import org.junit.jupiter.api.Test;

/**
 * Every situation x every command, run and held against {@code docs/request-states.md}: each cell moves as it says there, or is refused with the
 * reason it says there. After a wanted change, {@code -Dinnsyn.docs.write=true} writes the page anew, to be read before it is committed.
 */
class RequestStatesTest {

    private static final Path PAGE = Path.of(System.getProperty("innsyn.root", ".."), "docs/request-states.md");
    /** The limit passed long ago: what is noted when it passes is noted. */
    private static final Instant LATER = Given.at("2026-09-01");

    private record Cell(List<String> events, String from, String to, Rejected rejected) {
        String text() {
            if (rejected != null) {
                return "✗ " + rejected.reason().code();
            }
            return events.isEmpty() ? "–" : to.equals(from) ? "✓" : "→ " + to;
        }
    }

    @Test
    void the_page_says_what_every_command_does_in_every_situation() throws IOException {
        var page = page(run());
        if (Boolean.getBoolean("innsyn.docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void no_command_and_no_state_is_left_out() {
        assertThat(Stream.concat(Stream.of(SubmitRequest.class), commands(Situation.SUBMITTED).stream().map(RequestCommand::getClass)).distinct())
                .containsExactlyInAnyOrder((Class[]) RequestCommand.class.getPermittedSubclasses());
        assertThat(Arrays.stream(Situation.values()).map(situation -> RequestHistory.of(situation.events()).state()))
                .contains(RequestState.values());
    }

    /** Sent by the right person on the newest version with what fits: only the situation can speak against it. */
    private static List<RequestCommand> commands(Situation situation) {
        long version = situation.version();
        return List.of(
                new AssessRequest(ID, List.of(Given.holding(CUSTOMERS)), AT),
                new PrepareRequest(ID, version, Situation.ERASE, HANDLER, AT),
                new ApproveRequest(ID, version, Situation.LEDGER, CONTROLLER, AT),
                new RefuseRequest(ID, version, null, CONTROLLER, AT),
                new WithdrawRequest(ID, version, Channel.PORTAL, PERSON, AT),
                new RecordResults(ID, List.of(new ItemResult.CarriedOut(CUSTOMERS, Map.of("erased", 1L), null, AT)), null, AT),
                new RecordResults(ID, List.of(new ItemResult.Failed(CUSTOMERS, "The database demo did not answer.")), null, AT),
                new RecordResults(ID, List.of(new ItemResult.Held(CUSTOMERS, List.of(Given.HOLD), false)), null, AT),
                new ResumeHeld(ID, Set.of(CUSTOMERS), CONTROLLER, AT),
                new RecordByHand(ID, version, CUSTOMERS, Map.of("corrected", 1L), SAID, HANDLER, AT),
                new RerunRequest(ID, version, CONTROLLER, AT),
                new ReopenRequest(ID, version, ReopeningGround.COMPLAINT, AT, SAID, CONTROLLER, AT),
                new JoinDuplicate(ID, Channel.EMAIL, AT, SAID, HANDLER, AT),
                new CheckIdentity(ID, version, IdentityMethod.KNOWN_ADDRESS, HANDLER, AT),
                new ConfirmByCode(ID, AT),
                new AskPerson(ID, version, Question.IDENTITY, AT, SAID, HANDLER, AT),
                new RecordAnswer(ID, version, AT, SAID, HANDLER, AT),
                new ExtendRequest(ID, version, "complexity", AT, true, SAID, CONTROLLER, AT),
                new RecordUndelivered(ID, SAID, AT),
                new GiveOpinion(ID, version, Opinion.COMMENT, SAID, DPO, AT),
                new StopRequest(ID, version, SAID, DPO, AT),
                new LiftStop(ID, version, SAID, DPO, AT),
                new NoteDeadlines(ID, LATER),
                new ReviewDeadline(ID, AT),
                new FetchCopy(ID, PERSON, AT),
                new ExpireCopy(ID, AT),
                new RecordBeyondRecovery(ID, CUSTOMERS, AT, AT),
                new RecordErasedAgain(ID, new ItemResult.CarriedOut(CUSTOMERS, Map.of("erased", 1L), null, AT), AT),
                new RecordUnrestricted(ID, new ItemResult.CarriedOut(CUSTOMERS, Map.of("lifted", 1L), null, AT), AT));
    }

    private static Map<String, Map<Situation, Cell>> run() {
        var table = new LinkedHashMap<String, Map<Situation, Cell>>();
        for (var situation : Situation.values()) {
            for (var command : commands(situation)) {
                table.computeIfAbsent(name(command), _ -> new LinkedHashMap<>()).put(situation, run(situation, command));
            }
        }
        return table;
    }

    private static String name(RequestCommand command) {
        var result = command instanceof RecordResults told ? told.results().getFirst() : null;
        return command.getClass().getSimpleName() + switch (result) {
            case ItemResult.Failed _ -> " (failed)";
            case ItemResult.Held _ -> " (held)";
            case null, default -> "";
        };
    }

    private static Cell run(Situation situation, RequestCommand command) {
        ResultValidator<?> result = fixture().given(situation.events()).when(command);
        var published = new Seen<List<EventMessage<?>>>();
        result.expectEventsMatching(published);
        var news = published.value.stream().map(event -> (RequestEvent) event.getPayload()).toList();
        var all = new ArrayList<>(situation.events());
        all.addAll(news);
        return new Cell(
                news.stream().map(event -> event.getClass().getSimpleName()).toList(), state(situation.events()), state(all), rejection(result));
    }

    private static Rejected rejection(ResultValidator<?> result) {
        var thrown = new Seen<Throwable>();
        try {
            result.expectException(thrown);
        } catch (AxonAssertionError _) {
            return null; // it was carried out
        }
        return (Rejected) thrown.value;
    }

    private static String state(List<RequestEvent> events) {
        return RequestHistory.of(events).state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String page(Map<String, Map<Situation, Cell>> table) {
        var page = new StringBuilder("""
                # The states of a request

                Written by `RequestStatesTest`, which runs every command in every situation and fails where this page says something else.

                ```mermaid
                stateDiagram-v2
                    [*] --> submitted: SubmitRequest
                """);
        arrows(table).forEach((arrow, commands) -> page.append("    ").append(arrow).append(": ").append(String.join(", ", commands)).append('\n'));
        page.append("""
                    done --> [*]
                    refused --> [*]
                    withdrawn --> [*]
                ```

                ## What each command does

                Sent by the right person on the newest version. → a state: it goes there. ✓ it happens, and the state stays. – nothing happens: this service told it
                again, or there is nothing to note. ✗ it is refused, nothing changes, and the reason is the problem's type.

                """);
        var situations = Situation.values();
        page.append("| |").append(Arrays.stream(situations).map(Situation::words).collect(joining(" | ", " ", " |\n")));
        page.append("|---|").append("---|".repeat(situations.length)).append('\n');
        table.forEach((command, cells) -> page.append("| `").append(command).append("` |")
                .append(cells.values().stream().map(Cell::text).collect(joining(" | ", " ", " |\n"))));
        page.append("\n## The reasons in words\n\n| command | refused | what the answer says |\n|---|---|---|\n");
        table.forEach((command, cells) -> reasons(cells).forEach(reason -> page.append("| `").append(command).append("` | ").append(reason).append('\n')));
        page.append("""

                Whatever the situation, a command of a person is also refused as `stale` on an older version than the newest, as `same-person` when somebody would decide what
                they prepared or advised on, or handle their own request, and as `invalid` when what it says is wrong.

                ## What happened, in events

                | command | events |
                |---|---|
                """);
        table.forEach((command, cells) -> {
            var events = new LinkedHashSet<String>();
            cells.values().forEach(cell -> events.addAll(cell.events()));
            page.append("| `").append(command).append("` | ").append(String.join(", ", events)).append(" |\n");
        });
        return page.toString();
    }

    private static Map<String, Set<String>> arrows(Map<String, Map<Situation, Cell>> table) {
        var arrows = new LinkedHashMap<String, Set<String>>();
        for (var situation : Situation.values()) {
            table.forEach((command, cells) -> {
                var cell = cells.get(situation);
                if (!cell.to().equals(cell.from())) {
                    arrows.computeIfAbsent(cell.from().replace('-', '_') + " --> " + cell.to().replace('-', '_'), _ -> new LinkedHashSet<>()).add(command);
                }
            });
        }
        return arrows;
    }

    private static List<String> reasons(Map<Situation, Cell> cells) {
        var reasons = new TreeMap<String, String>();
        cells.values().stream().filter(cell -> cell.rejected() != null).forEach(cell ->
                reasons.put(cell.rejected().reason().code() + " | " + cell.rejected().getMessage() + " |", ""));
        return List.copyOf(reasons.keySet());
    }

    /** Matches everything and keeps what it saw. */
    private static final class Seen<T> extends BaseMatcher<T> {

        private T value;

        @Override
        @SuppressWarnings("unchecked")
        public boolean matches(Object seen) {
            value = (T) seen;
            return true;
        }

        @Override
        public void describeTo(Description description) {
            description.appendText("anything");
        }
    }
}
