package org.innsyn.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.innsyn.schemas.accesslog.AccessLogPage;
import org.innsyn.schemas.accesslog.AccessLogPage.Facet;
import org.innsyn.schemas.accesslog.AccessLogPage.IndexState;
import org.innsyn.ui.words.Words;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private final Words words = Words.in(Locale.ENGLISH);

    @Test
    void who_was_looked_at_by_nobody_is_told_just_that() {
        assertThat(Answer.to(month(Map.of(), 0), words)).isEqualTo("In the last 30 days nobody looked at your data, no person and no system.");
    }

    @Test
    void what_one_did_oneself_is_no_look_of_somebody_else() {
        assertThat(Answer.to(month(Map.of("actorKind", List.of(new Facet("subject", 3))), 0), words))
                .isEqualTo("In the last 30 days nobody but you looked at your data, no other person and no system.");
    }

    @Test
    void nobody_is_not_said_for_certain_while_entries_are_still_on_their_way() {
        assertThat(Answer.to(month(Map.of(), 1), words)).isEqualTo("For the last 30 days we have found nobody who looked at your data so far.");
    }

    @Test
    void people_and_systems_are_counted_apart_and_what_broke_the_rules_is_said() {
        var facets = Map.of(
                "actorKind", List.of(new Facet("staff", 2), new Facet("system", 1)),
                "verdict", List.of(new Facet("within-policy", 2), new Facet("outside-policy", 1)));
        assertThat(Answer.to(month(facets, 0), words))
                .isEqualTo("In the last 30 days people looked at your data 2 times and systems once. One of these accesses was outside our own rules.");
    }

    private static AccessLogPage month(Map<String, List<Facet>> facets, long onTheirWay) {
        return new AccessLogPage(List.of(), null, 0, facets, new IndexState(3 + onTheirWay, 3, Instant.parse("2026-03-02T12:00:00Z"), 0));
    }
}
