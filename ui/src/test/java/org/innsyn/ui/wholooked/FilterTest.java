package org.innsyn.ui.wholooked;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.ui.entry.Period;
import org.junit.jupiter.api.Test;

class FilterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @Test
    void no_filter_asks_for_everything() {
        assertThat(Filter.NONE.toQuery(TODAY, OSLO)).isEqualTo(AccessLogQuery.all());
    }

    @Test
    void people_are_everybody_but_programs_and_the_customer() {
        assertThat(Filter.NONE.withWho(Who.PEOPLE).toQuery(TODAY, OSLO).actorKinds())
                .containsExactlyInAnyOrder(ActorKind.STAFF, ActorKind.PROCESSOR, ActorKind.AUTHORITY);
    }

    @Test
    void filters_add_up() {
        var query = Filter.NONE.withPurpose("support.case").withOperation(Operation.UPDATE).toQuery(TODAY, OSLO);
        assertThat(query.purposes()).containsExactly("support.case");
        assertThat(query.operations()).containsExactly(Operation.UPDATE);
    }

    @Test
    void today_begins_at_the_readers_midnight() {
        assertThat(Filter.NONE.withPeriod(Period.TODAY).toQuery(TODAY, OSLO).from())
                .isEqualTo(Instant.parse("2026-03-01T23:00:00Z"));
    }

    @Test
    void old_entries_are_reached_by_their_last_day() {
        var query = Filter.NONE.withUpTo(LocalDate.of(2026, 2, 1)).withPeriod(Period.WEEK).toQuery(TODAY, OSLO);
        assertThat(query.to()).isEqualTo(Instant.parse("2026-02-01T23:00:00Z"));
        assertThat(query.from()).as("the week before it").isEqualTo(Instant.parse("2026-01-25T23:00:00Z"));
    }

    @Test
    void the_last_seven_days_count_today() {
        assertThat(Period.WEEK.from(TODAY, OSLO)).isEqualTo(Instant.parse("2026-02-23T23:00:00Z"));
    }
}
