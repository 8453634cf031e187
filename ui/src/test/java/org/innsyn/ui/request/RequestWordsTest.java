package org.innsyn.ui.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.junit.jupiter.api.Test;

class RequestWordsTest {

    private final Words english = Words.in(Locale.ENGLISH);
    private final RequestWords words =
            new RequestWords(english, new Moments(english, Moments.DEFAULT_ZONE, Instant.EPOCH));

    @Test
    void what_stays_says_until_when_and_why() {
        var item = item("demo/invoices", Outcome.KEEP, "bookkeeping-law", LocalDate.of(2031, 12, 31), ItemState.DONE, 6);
        assertThat(words.became(item)).isEqualTo("Invoices: 6 records stay until Wednesday 31 December 2031, because Norwegian"
                + " bookkeeping law requires it (Bookkeeping Act section 13: five years after the end of the fiscal year).");
    }

    @Test
    void what_is_deleted_says_how_much() {
        assertThat(words.became(item("demo/aliases", Outcome.ERASE, null, null, ItemState.DONE, 3)))
                .isEqualTo("Mail aliases: 3 records are deleted.");
    }

    @Test
    void what_had_to_stay_without_a_name_is_not_called_deleted() {
        var item = new RequestItem("demo/customers", "demo", "contact-details", 1, Outcome.ERASE, List.of(Outcome.ERASE), null,
                null, LocalDate.of(2031, 12, 31), ItemState.DONE, Map.of("erased", 0L, "masked", 1L), null, null, null, null);
        assertThat(words.became(item)).isEqualTo("Customer record: one record stays until Wednesday 31 December 2031"
                + " without anything that names you, because what has to stay refers to it.");
    }

    @Test
    void nothing_is_called_deleted_before_it_is() {
        assertThat(words.became(item("demo/aliases", Outcome.ERASE, null, null, ItemState.RUNNING, 3)))
                .isEqualTo("Mail aliases: 3 records are to be deleted.");
    }

    @Test
    void a_shredded_log_is_said_in_its_own_words() {
        assertThat(words.became(item("access-log", Outcome.ERASE, null, null, ItemState.DONE, 40)))
                .isEqualTo("The log of who looked is destroyed. Nobody can read it any more, and neither can we.");
    }

    @Test
    void a_destroyed_log_says_since_when_nobody_can_read_it_and_whether_a_backup_could_bring_it_back() {
        assertThat(words.gone(item("access-log", Outcome.KEEP, null, null, ItemState.DONE, 40))).isEmpty();
        assertThat(words.gone(destroyed(null)).orElseThrow()).contains("Nobody has been able to read it since").contains("within a day");
        assertThat(words.gone(destroyed(Instant.parse("2026-06-11T08:00:00Z"))).orElseThrow())
                .contains("Nobody has been able to read it since").contains("No backup can bring it back since").doesNotContain("within a day");
    }

    private static RequestItem destroyed(Instant beyondRecoverySince) {
        var at = Instant.parse("2026-06-10T10:00:00Z");
        return new RequestItem("access-log", "access-log", "access-log", 40, Outcome.ERASE, List.of(Outcome.ERASE), null, null, null, ItemState.DONE,
                Map.of("entries", 40L), null, at, at, beyondRecoverySince);
    }

    @Test
    void a_ground_without_words_of_ours_is_told_as_the_service_says_it() {
        var item = new RequestItem("x/y", "x", "z", 1, Outcome.KEEP, List.of(), "tax", "tax law wants it", null,
                ItemState.DONE, Map.of(), null, null, null, null);
        assertThat(words.ground(item)).isEqualTo("tax law wants it");
    }

    @Test
    void an_event_without_words_of_ours_is_still_told() {
        assertThat(words.event("RequestMislaid", "system", 1)).isEqualTo("The system: request mislaid");
    }

    @Test
    void the_part_whose_time_is_over_is_called_so() {
        assertThat(words.item("demo/invoices-past-retention", "billing", "demo")).isEqualTo("Invoices whose time is over");
    }

    @Test
    void the_persons_own_answer_is_told_as_theirs() {
        assertThat(words.event("PersonAnswered", "own", 1)).isEqualTo("You answered; the clock goes on.");
        assertThat(words.event("PersonAnswered", "case-handler", 1)).isEqualTo("A case handler recorded the answer; the clock goes on.");
    }

    private static RequestItem item(String key, Outcome outcome, String ground, LocalDate until, ItemState state, long found) {
        return new RequestItem(key, "demo", "some-category", found, outcome, List.of(outcome), ground, null, until, state,
                Map.of(), null, null, null, null);
    }
}
