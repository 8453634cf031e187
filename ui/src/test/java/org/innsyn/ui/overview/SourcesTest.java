package org.innsyn.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.schemas.accesslog.AccessFigures;
import org.innsyn.schemas.accesslog.AccessFigures.Series;
import org.innsyn.schemas.accesslog.AccessLogPage.IndexState;
import org.innsyn.schemas.oversight.FindingKind;
import org.innsyn.schemas.oversight.FindingState;
import org.innsyn.schemas.oversight.FindingView;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 6);
    private static final List<LocalDate> DAYS = TODAY.minusDays(4).datesUntil(TODAY.plusDays(1)).toList();

    @Test
    void a_source_is_silent_after_two_whole_days_without_an_entry_and_not_because_today_is_young() {
        var health = Sources.of(figures(new Series("urn:a", List.of(1L, 0L, 0L, 1L, 0L)), new Series("urn:b", List.of(4L, 3L, 0L, 0L, 0L))), List.of(), TODAY);

        assertThat(health).extracting(Sources.Health::source).as("what needs somebody first").containsExactly("urn:b", "urn:a");
        assertThat(health.getFirst().silent()).isTrue();
        assertThat(health.getFirst().silentDays()).isEqualTo(2);
        assertThat(health.getLast().well()).isTrue();
    }

    @Test
    void open_findings_about_what_did_not_come_count_and_others_do_not() {
        var health = Sources.of(figures(new Series("urn:a", List.of(0L, 0L, 0L, 0L, 2L))),
                List.of(finding(FindingKind.SEQUENCE_GAP, "urn:a"), finding(FindingKind.OUTSIDE_POLICY, "urn:a"), finding(FindingKind.MISSING_PART, "urn:b")), TODAY);

        assertThat(health).hasSize(1);
        assertThat(health.getFirst().gaps()).isEqualTo(1);
        assertThat(health.getFirst().well()).isFalse();
    }

    private static AccessFigures figures(Series... series) {
        return new AccessFigures(DAYS, List.of(series), new IndexState(1, 1, Instant.EPOCH, 0));
    }

    private static FindingView finding(FindingKind kind, String source) {
        return new FindingView(UUID.randomUUID(), 1, kind, FindingState.OPEN, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 1, source, null, null, null, null,
                Map.of(), null, false, null, null, null, null, null);
    }
}
