package org.innsyn.ui.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.IdentifierType;
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
    void a_kept_search_is_found_by_its_id_and_only_named_ones_are_listed() {
        var saved = new SavedSearches();
        var fromFigure = saved.save("", search("", Period.ANY, null));
        var named = saved.save("Support at night", search("kari@example.org", Period.WEEK, null));
        assertThat(saved.find(fromFigure.id())).contains(fromFigure);
        assertThat(saved.named()).containsExactly(named);
        assertThat(named.toString()).doesNotContain("kari", "night");
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
