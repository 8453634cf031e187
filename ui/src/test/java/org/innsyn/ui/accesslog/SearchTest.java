package org.innsyn.ui.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.IdentifierType;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.schemas.accesslog.FiguresQuery.By;
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.ui.entry.Period;
import org.junit.jupiter.api.Test;

class SearchTest {

    @Test
    void what_is_typed_is_read_as_e_mail_phone_or_account() {
        assertThat(subject(" kari@example.org ")).isEqualTo(Identifier.email("kari@example.org"));
        assertThat(subject("+4722225555")).isEqualTo(new Identifier(IdentifierType.PHONE, "+4722225555"));
        assertThat(subject("a-0017")).isEqualTo(Identifier.account("a-0017"));
    }

    @Test
    void an_empty_search_asks_for_everything() {
        assertThat(query(search("", Period.ANY, null))).isEqualTo(AccessLogQuery.all());
    }

    @Test
    void a_verdict_narrows_the_search() {
        assertThat(query(search("", Period.ANY, Verdict.OUTSIDE_POLICY)).verdicts()).containsExactly(Verdict.OUTSIDE_POLICY);
    }

    @Test
    void a_number_in_a_figure_leads_to_the_rows_of_its_day_and_value_whatever_the_period() {
        var rows = SavedSearches.rows(By.VERDICT, "outside-policy", LocalDate.of(2026, 2, 27));
        var query = query(rows);
        assertThat(query.verdicts()).containsExactly(Verdict.OUTSIDE_POLICY);
        assertThat(query.from()).isEqualTo(Instant.parse("2026-02-27T00:00:00Z"));
        assertThat(query.to()).isEqualTo(Instant.parse("2026-02-28T00:00:00Z"));
    }

    @Test
    void what_is_kept_of_a_search_is_the_search_and_what_nobody_knows_any_more_is_left_out() {
        var search = new Search("kari@example.org", "p-17", Period.WEEK, LocalDate.of(2026, 2, 27), ActorKind.STAFF, "support", "support.case", Operation.READ,
                Verdict.OUTSIDE_POLICY, "urn:desk", true);
        assertThat(SearchFilters.search(search.person(), SearchFilters.of(search))).isEqualTo(search);
        assertThat(SearchFilters.of(search).values()).as("whose data is told apart").doesNotContain("kari@example.org");
        var empty = search("", Period.ANY, null);
        assertThat(SearchFilters.search(empty.person(), SearchFilters.of(empty))).isEqualTo(empty);
        assertThat(SearchFilters.search(null, Map.of("period", "decade", "verdict", "doubtful", "colour", "blue"))).isEqualTo(empty);
    }

    @Test
    void a_search_that_turns_up_in_a_log_names_nobody() {
        assertThat(search("kari@example.org", Period.ANY, null).toString()).doesNotContain("kari");
    }

    private static Identifier subject(String typed) {
        return query(search(typed, Period.ANY, null)).subject();
    }

    private static AccessLogQuery query(Search search) {
        return search.toQuery(LocalDate.of(2026, 3, 2), ZoneOffset.UTC);
    }

    private static Search search(String subject, Period period, Verdict verdict) {
        return new Search(subject, "", period, null, null, null, null, null, verdict, null, false);
    }
}
