package org.innsyn.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    @Test
    void people_are_drawn_by_zipf() {
        var population = new Population(1_000);
        var random = new SplittableRandom(1);
        var drawn = new int[1_000];
        for (int i = 0; i < 200_000; i++) {
            drawn[population.draw(random)]++;
        }
        // The first is drawn with 1/H(1000) = 0.1336, twice as often as the second.
        assertThat(drawn[0] / 200_000.0).isCloseTo(0.1336, within(0.005));
        assertThat((double) drawn[0] / drawn[1]).isCloseTo(2, within(0.1));
    }

    @Test
    void an_event_has_as_many_bytes_of_details_as_it_says() {
        var data = Events.event("urn:bench:a:0", "1", 4_711, 99_999).data();
        var identifiers = new String(Events.json(java.util.List.of()), StandardCharsets.UTF_8).length() - 2
                + "[{\"type\":\"account\",\"value\":\"\"}]".length() + data.subjects().getFirst().identifiers().getFirst().value().length();
        int fields = "[]".length() + data.fields().stream().mapToInt(each -> each.length() + 3).sum() - 1;

        assertThat(identifiers + fields + data.justification().length() + data.caseReference().length() + data.recordReference().length() + data.clientAddress().length())
                .isCloseTo(Events.DETAIL_BYTES, within(5));
    }

    @Test
    void everybody_is_given_the_same_events() {
        var one = new Workload("w", new Population(100), 60, 20, 3, 1);
        var other = new Workload("w", new Population(100), 60, 20, 3, 1);

        assertThat(one.batches(0)).isEqualTo(other.batches(0)).hasSize(3).isNotEqualTo(one.batches(1));
        assertThat(one.entriesUpTo(1).entrySet().stream().mapToLong(each -> each.getKey() * each.getValue()).sum()).isEqualTo(180);
    }
}
