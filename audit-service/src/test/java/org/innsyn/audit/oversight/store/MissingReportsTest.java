package org.innsyn.audit.oversight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.Events;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.BulkPart;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.oversight.Conclusion;
import org.innsyn.schemas.oversight.FindingKind;
import org.innsyn.schemas.oversight.FindingPage;
import org.innsyn.schemas.oversight.FindingQuery;
import org.innsyn.schemas.oversight.FindingState;
import org.innsyn.schemas.oversight.FindingView;
import org.innsyn.schemas.oversight.FindingsApi.Conclude;
import org.innsyn.schemas.oversight.Unreported;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MissingReportsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration GRACE = Duration.ofMinutes(15);

    private final AuditHouse house = AuditHouse.shared();
    private final String officer = house.tokens().staff("dpo");
    private final String source = "urn:test:losing:" + UUID.randomUUID();

    @Test
    void a_gap_that_outlives_the_grace_time_is_one_finding_that_names_its_range() {
        report(1, 2, 3, 7, 8);
        reports().look(Instant.now());
        assertThat(findings(FindingKind.SEQUENCE_GAP)).as("it may still come").isEmpty();
        later();
        later();
        assertThat(findings(FindingKind.SEQUENCE_GAP)).singleElement().satisfies(found -> {
            assertThat(found.state()).isEqualTo(FindingState.OPEN);
            assertThat(found.source()).isEqualTo(source);
            assertThat(found.figures()).containsEntry("first", 4L).containsEntry("last", 6L).containsEntry("missing", 3L).containsEntry("arrived", 0L);
            assertThat(found.unreported()).singleElement().satisfies(range -> {
                assertThat(range.first()).isEqualTo(4);
                assertThat(range.last()).isEqualTo(6);
                assertThat(range.read()).isNull();
                assertThat(range.arrivedAt()).isNull();
            });
            assertThat(found.occurrences()).isEqualTo(1);
            assertThat(events(found)).containsExactly("oversight.FindingRaised", "oversight.MissingNoticed");
        });
    }

    @Test
    void what_comes_after_all_is_said_and_the_finding_stays_for_the_officer() {
        report(1, 7);
        later();
        report(3, 4);
        later();
        var half = findings(FindingKind.SEQUENCE_GAP).getFirst();
        assertThat(half.figures()).containsEntry("missing", 3L).containsEntry("arrived", 2L);
        assertThat(half.unreported()).extracting(Unreported::first, Unreported::last, range -> range.arrivedAt() == null)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2L, 2L, true), org.assertj.core.groups.Tuple.tuple(5L, 6L, true), org.assertj.core.groups.Tuple.tuple(3L, 4L, false));
        report(2, 5, 6);
        later();
        var whole = findings(FindingKind.SEQUENCE_GAP).getFirst();
        assertThat(whole.figures()).containsEntry("missing", 0L).containsEntry("arrived", 5L);
        assertThat(whole.state()).as("late is a fact, too").isEqualTo(FindingState.OPEN);
        assertThat(events(whole)).containsExactly("oversight.FindingRaised", "oversight.MissingNoticed", "oversight.MissingArrived", "oversight.MissingArrived");
    }

    @Test
    void an_arrival_leaves_a_concluded_finding_concluded_and_a_new_gap_opens_it() {
        report(1, 3);
        later();
        var found = findings(FindingKind.SEQUENCE_GAP).getFirst();
        conclude(found);
        report(2);
        later();
        assertThat(findings(FindingKind.SEQUENCE_GAP).getFirst().state()).isEqualTo(FindingState.CONCLUDED);
        report(5);
        later();
        assertThat(findings(FindingKind.SEQUENCE_GAP)).singleElement().satisfies(again -> {
            assertThat(again.id()).isEqualTo(found.id());
            assertThat(again.state()).isEqualTo(FindingState.OPEN);
        });
    }

    @Test
    void parts_of_a_large_read_that_never_came_are_named_without_saying_what_its_source_calls_it() {
        var read = "export-" + UUID.randomUUID();
        send(List.of(event(part(read, 4, 6)), event(part(read, 1, 6))));
        later();
        assertThat(findings(FindingKind.MISSING_PART)).singleElement().satisfies(found -> {
            assertThat(found.figures()).containsEntry("missing", 4L).containsEntry("reads", 1L);
            assertThat(found.unreported()).extracting(Unreported::first).containsExactly(2L, 5L);
            assertThat(found.unreported()).allSatisfy(range -> assertThat(range.read()).hasSize(64).doesNotContain(read));
        });
        send(List.of(event(part(read, 7, 8))));
        later();
        assertThat(findings(FindingKind.MISSING_PART)).as("it has more parts than it said").singleElement()
                .satisfies(found -> assertThat(found.figures()).containsEntry("missing", 5L).containsEntry("last", 8L));
        send(IntStream.of(2, 3, 5, 6, 8).mapToObj(part -> event(part(read, part, 8))).toList());
        later();
        assertThat(findings(FindingKind.MISSING_PART)).singleElement()
                .satisfies(found -> assertThat(found.figures()).containsEntry("missing", 0L).containsEntry("arrived", 5L));
    }

    @Test
    void a_thousand_gaps_are_one_finding_and_processes_that_look_at_once_raise_each_once() {
        report(LongStream.rangeClosed(0, 1_000).map(number -> 2 * number).toArray());
        CompletableFuture.allOf(IntStream.range(0, 4).mapToObj(i -> CompletableFuture.runAsync(this::later)).toArray(CompletableFuture[]::new)).join();
        later();
        assertThat(findings(FindingKind.SEQUENCE_GAP)).singleElement().satisfies(found -> {
            assertThat(found.occurrences()).isEqualTo(1_000);
            assertThat(found.figures()).containsEntry("missing", 1_000L).containsEntry("first", 1L).containsEntry("last", 1_999L);
            assertThat(found.unreported()).hasSize(FindingView.MAX_UNREPORTED);
        });
    }

    private MissingReports reports() {
        return house.bean(MissingReports.class);
    }

    /** As if the grace time had passed. */
    private void later() {
        reports().look(Instant.now().plus(GRACE).plusSeconds(1));
    }

    private List<String> events(FindingView finding) {
        return house.database().queryForList("select payload_type from domain_event where aggregate_id = ? order by sequence_number", String.class, finding.id().toString());
    }

    private List<FindingView> findings(FindingKind kind) {
        var query = new FindingQuery(null, List.of(kind), null, null, 200);
        return read(house.post("/api/v1/findings/search", officer, "application/json", JSON.writeValueAsBytes(query)), FindingPage.class).findings().stream()
                .filter(each -> source.equals(each.source())).toList();
    }

    private void conclude(FindingView finding) {
        read(house.post("/api/v1/findings/" + finding.id() + "/conclude", officer, "application/json",
                JSON.writeValueAsBytes(new Conclude(finding.version(), Conclusion.LEGITIMATE, "agreed-with-unit", "looked into it with the unit"))), FindingView.class);
    }

    private static <T> T read(HttpResponse<String> answer, Class<T> type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readValue(answer.body(), type);
    }

    private void report(long... numbers) {
        var events = LongStream.of(numbers).mapToObj(number -> event(data(number, null))).toList();
        for (int from = 0; from < events.size(); from += 500) {
            send(events.subList(from, Math.min(events.size(), from + 500)));
        }
    }

    private void send(List<AccessEvent> events) {
        var response = house.reportRaw(house.tokens().reporter(source), JSON.writeValueAsString(events));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).doesNotContain("rejected");
    }

    private AccessEvent event(AccessData data) {
        return AccessEvent.of(source, UUID.randomUUID().toString(), OffsetDateTime.parse("2026-03-02T14:05:00+01:00"), data);
    }

    private static AccessData part(String read, int part, int of) {
        return data(null, new BulkPart(read, part, of));
    }

    private static AccessData data(@Nullable Long number, @Nullable BulkPart bulk) {
        var data = Events.data("customers/contact", "support", "support.case", "a case", Person.of(Identifier.account("losing")));
        return new AccessData(data.subjects(), data.actor(), data.operation(), data.object(), data.categories(), data.purpose(), data.legalBasis(),
                null, null, null, null, null, null, number, bulk);
    }
}
