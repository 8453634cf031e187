package org.innsyn.audit.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.Events;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.BulkPart;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.access.ReportResult.EventResult;
import org.innsyn.schemas.access.ReportResult.Status;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ContinuityTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration GRACE = Duration.ofMinutes(15);

    private final AuditHouse house = AuditHouse.shared();
    private final Continuity continuity = house.bean(Continuity.class);
    private final String source = "urn:test:counting:" + UUID.randomUUID();

    @Test
    void a_finding_is_made_of_a_gap_that_outlived_the_grace_time_and_names_its_range() {
        report(1, 2, 3, 7, 8);
        assertThat(gaps(Instant.now().minus(GRACE))).as("it may still come").isEmpty();
        var later = Instant.now().plus(GRACE).plusSeconds(1);
        assertThat(gaps(later.minus(GRACE))).singleElement().satisfies(gap -> {
            assertThat(gap.source()).isEqualTo(source);
            assertThat(gap.numbers()).isEqualTo(new Span(4, 6));
            assertThat(gap.noticedAt()).isBefore(later.minus(GRACE));
        });
    }

    @Test
    void what_comes_late_closes_the_gap_and_what_is_left_is_as_old_as_before() {
        report(10, 20);
        var noticed = open().getFirst().noticedAt();
        report(15);
        assertThat(open()).extracting(SequenceGap::numbers).containsExactly(new Span(11, 14), new Span(16, 19));
        assertThat(open()).extracting(SequenceGap::noticedAt).containsOnly(noticed);
        report(14, 13, 12, 11, 19, 18, 17, 16);
        assertThat(open()).isEmpty();
        report(5);
        assertThat(open()).as("counted backwards, it is a gap too").extracting(SequenceGap::numbers).containsExactly(new Span(6, 9));
    }

    @Test
    void whatever_order_numbers_come_in_exactly_what_never_came_is_missing() {
        var random = new Random(17);
        var sent = new TreeSet<Long>();
        var all = new ArrayList<>(LongStream.rangeClosed(100, 300).boxed().toList());
        Collections.shuffle(all, random);
        for (int from = 0; from < 160; ) {
            int to = Math.min(160, from + 1 + random.nextInt(20));
            var batch = all.subList(from, to);
            sent.addAll(batch);
            report(batch.stream().mapToLong(Long::longValue).toArray());
            from = to;
        }
        var missing = LongStream.rangeClosed(sent.first(), sent.last()).filter(number -> !sent.contains(number)).boxed().toList();
        assertThat(missing).isNotEmpty();
        assertThat(open()).extracting(SequenceGap::numbers).containsExactlyElementsOf(Span.of(missing));
    }

    @Test
    void what_was_rejected_is_missing_and_a_repeat_fills_nothing() {
        var first = event(counted(1L));
        send(List.of(first, event(counted(2L))), Status.RECORDED);
        send(List.of(first), Status.DUPLICATE);
        var bad = JSON.writeValueAsString(List.of(event(counted(3L)))).replace("/customers/contact", "NO PATH");
        assertThat(house.reportRaw(house.tokens().reporter(source), bad).body()).contains("rejected");
        report(4);
        assertThat(open()).extracting(SequenceGap::numbers).containsExactly(new Span(3, 3));
    }

    @Test
    void a_read_in_parts_lacks_those_that_have_not_come() {
        var read = "export-" + UUID.randomUUID();
        send(List.of(event(part(read, 4, 6)), event(part(read, 1, 6))), Status.RECORDED);
        assertThat(incomplete()).singleElement().satisfies(each -> {
            assertThat(each.parts()).isEqualTo(6);
            assertThat(each.missing()).containsExactly(new Span(2, 3), new Span(5, 6));
            assertThat(each.read()).hasSize(64).doesNotContain(read);
        });
        send(IntStream.of(6, 5, 3, 2).mapToObj(part -> event(part(read, part, 6))).toList(), Status.RECORDED);
        assertThat(incomplete()).isEmpty();
    }

    private List<SequenceGap> open() {
        return gaps(Instant.now().plusSeconds(60));
    }

    private List<SequenceGap> gaps(Instant before) {
        return continuity.gapsNoticedBefore(before, 10_000).stream().filter(gap -> gap.source().equals(source))
                .sorted(java.util.Comparator.comparing(SequenceGap::numbers)).toList();
    }

    private List<IncompleteRead> incomplete() {
        return continuity.incompleteReadsBegunBefore(Instant.now().plusSeconds(60), 10_000).stream().filter(read -> read.source().equals(source)).toList();
    }

    private void report(long... numbers) {
        send(LongStream.of(numbers).mapToObj(number -> event(counted(number))).toList(), Status.RECORDED);
    }

    private void send(List<AccessEvent> events, Status expected) {
        var response = house.reportRaw(house.tokens().reporter(source), JSON.writeValueAsString(events));
        assertThat(JSON.readValue(response.body(), org.innsyn.schemas.access.ReportResult.class).results()).extracting(EventResult::status).containsOnly(expected);
    }

    private AccessEvent event(AccessData data) {
        return AccessEvent.of(source, UUID.randomUUID().toString(), OffsetDateTime.parse("2026-03-02T14:05:00+01:00"), data);
    }

    private static AccessData counted(Long number) {
        return data(number, null);
    }

    private static AccessData part(String read, int part, int of) {
        return data(null, new BulkPart(read, part, of));
    }

    private static AccessData data(Long number, BulkPart bulk) {
        var data = Events.data("customers/contact", "support", "support.case", "a case", Person.of(Identifier.account("counted")));
        return new AccessData(data.subjects(), data.actor(), data.operation(), data.object(), data.categories(), data.purpose(), data.legalBasis(),
                null, null, null, null, null, null, number, bulk);
    }
}
