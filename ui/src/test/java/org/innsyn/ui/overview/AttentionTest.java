package org.innsyn.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.request.RequestPage.Summary;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;

class AttentionTest {

    @Test
    void overdue_and_due_within_a_week_are_told_apart_and_closed_ones_do_not_count() {
        var attention = Attention.to(List.of(
                request(RequestState.SUBMITTED, -1), request(RequestState.PREPARED, 0), request(RequestState.PREPARED, 7),
                request(RequestState.SUBMITTED, 8), request(RequestState.WITHDRAWN, -40)));
        assertThat(attention).isEqualTo(new Attention(1, 2, 4));
    }

    @Test
    void a_request_on_its_last_day_is_not_overdue() {
        assertThat(Attention.to(List.of(request(RequestState.SUBMITTED, 0))).overdue()).isZero();
    }

    private static Summary request(RequestState state, long daysLeft) {
        return new Summary(UUID.randomUUID(), "R-1", 0, Right.ACCESS, state, Instant.EPOCH, LocalDate.EPOCH, daysLeft, null, false, List.of());
    }
}
