package org.innsyn.ui.wholooked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.ui.entry.Entries.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.accesslog.Verdict;
import org.junit.jupiter.api.Test;

class DayTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @Test
    void the_day_is_the_readers_and_not_that_of_the_server() {
        var lateInOslo = entry(ActorKind.STAFF, Instant.parse("2026-03-01T23:30:00Z"), Verdict.WITHIN_POLICY);
        assertThat(Day.of(List.of(lateInOslo), OSLO)).extracting(Day::date).containsExactly(LocalDate.of(2026, 3, 2));
    }

    @Test
    void people_stand_apart_from_what_programs_and_the_customer_did() {
        var at = Instant.parse("2026-03-02T10:00:00Z");
        var staff = entry(ActorKind.STAFF, at, Verdict.WITHIN_POLICY);
        var program = entry(ActorKind.SYSTEM, at, Verdict.NOT_JUDGED);
        var myself = entry(ActorKind.SUBJECT, at, Verdict.NOT_JUDGED);
        var day = Day.of(List.of(staff, program, myself), OSLO).getFirst();
        assertThat(day.people()).containsExactly(staff);
        assertThat(day.byPrograms()).isEqualTo(1);
        assertThat(day.byMyself()).isEqualTo(1);
    }

    @Test
    void a_program_outside_the_rules_is_not_folded_away() {
        var program = entry(ActorKind.SYSTEM, Instant.parse("2026-03-02T10:00:00Z"), Verdict.OUTSIDE_POLICY);
        assertThat(Day.of(List.of(program), OSLO).getFirst().people()).containsExactly(program);
    }

    @Test
    void days_keep_the_newest_first_order_of_the_log() {
        var newer = entry(ActorKind.STAFF, Instant.parse("2026-03-02T10:00:00Z"), Verdict.WITHIN_POLICY);
        var older = entry(ActorKind.STAFF, Instant.parse("2026-03-01T10:00:00Z"), Verdict.WITHIN_POLICY);
        assertThat(Day.of(List.of(newer, older), OSLO)).extracting(Day::date)
                .containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1));
    }
}
