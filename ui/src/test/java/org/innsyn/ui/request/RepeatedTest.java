package org.innsyn.ui.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.innsyn.schemas.request.RequestView.HistoryLine;
import org.junit.jupiter.api.Test;

class RepeatedTest {

    @Test
    void what_happens_several_times_in_a_row_is_told_once_with_its_last_time() {
        var history = List.of(line("ItemCarriedOut", 1, null), line("ItemCarriedOut", 2, null), line("RequestCompleted", 3, null));
        assertThat(Repeated.of(history)).extracting(Repeated::times).containsExactly(2L, 1L);
        assertThat(Repeated.of(history).getFirst().last().at()).isEqualTo(Instant.ofEpochSecond(2));
    }

    @Test
    void a_line_with_a_note_stands_alone() {
        var history = List.of(line("RequestPrepared", 1, "first"), line("RequestPrepared", 2, "second"));
        assertThat(Repeated.of(history)).hasSize(2);
    }

    private static HistoryLine line(String event, long second, String note) {
        return new HistoryLine(Instant.ofEpochSecond(second), event, "system", note);
    }
}
