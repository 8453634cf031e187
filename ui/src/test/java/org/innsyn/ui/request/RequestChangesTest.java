package org.innsyn.ui.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.request.DueDate;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;

class RequestChangesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID ID = new UUID(1, 1);

    private final RequestChanges changes = new RequestChanges();
    private final List<UUID> told = new ArrayList<>();

    @Test
    void whoever_listens_is_told_of_each_new_version_once() {
        changes.listen(told::add);
        changes.note(version(1));
        changes.note(version(2));
        changes.note(version(2));
        assertThat(told).containsExactly(ID, ID);
    }

    @Test
    void an_answer_that_comes_late_is_no_news_and_makes_nothing_older() {
        changes.note(version(2));
        changes.listen(told::add);
        changes.note(version(1));
        assertThat(told).isEmpty();
        assertThat(changes.isNewer(ID, 1)).isTrue();
        assertThat(changes.isNewer(ID, 2)).isFalse();
    }

    @Test
    void whoever_left_hears_nothing_any_more() {
        changes.listen(told::add).remove();
        changes.note(version(1));
        assertThat(told).isEmpty();
    }

    private static RequestView version(long version) {
        var day = LocalDate.of(2026, 4, 2);
        return new RequestView(ID, "R-1", Right.ACCESS, RequestState.ASSESSED, null, null, NOW, new DueDate(day, day, "", 30), List.of(), null, false, null, null, List.of(), null, version, List.of());
    }
}
