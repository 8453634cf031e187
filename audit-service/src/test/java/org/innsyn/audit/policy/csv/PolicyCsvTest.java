package org.innsyn.audit.policy.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.audit.policy.Assignment;
import org.innsyn.audit.policy.Grant;
import org.innsyn.audit.policy.Persons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCsvTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final UUID STAFF = new UUID(1, 1);

    @Test
    void a_table_is_read_with_remarks_quotes_and_empty_lines() {
        var csv = "# who may do what\n" + TableCsv.HEADER + "\r\n\r\n"
                + "/customers,unit:support,*,case-work,search|read,support.case,optional\n"
                + "\"/customers/mail\",\"staff:p,\"\"1\"\"\",*,emergency,*,service.incident,required";
        assertThat(TableCsv.read(csv)).containsExactly(
                new NamedGrant(new Grant("/customers", Persons.of("unit:support"), "*", "case-work", List.of("read", "search"), List.of("support.case"), false), null),
                new NamedGrant(new Grant("/customers/mail", Persons.ANYBODY, "*", "emergency", List.of("*"), List.of("service.incident"), true), "p,\"1\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "customers,unit:a,*,t,read,p,optional~            line 3, column object: an object is a path like /customers/contact, or *",
        "/c,unit:A,*,t,read,p,optional~                   line 3, column persons: a unit is a path like unit:support/tier-1",
        "/c,team:a,*,t,read,p,optional~                   line 3, column persons: must be unit:PATH, group:CODE, staff:ID or *",
        "/c,*,Role,t,read,p,optional~                     line 3, column role: a role is a code like agent, or *",
        "/c,*,,t,read,p,optional~                         line 3, column role: must not be empty; a role is a code like agent, or *",
        "/c,*,*,t,peek,p,optional~                        line 3, column operations: operations are *, create, delete, disclose, export, read, search, update",
        "/c,*,*,t,read|,p,optional~                       line 3, column operations: must not be empty; operations are words like read|search, or *",
        "/c,*,*,t,read,,optional~                         line 3, column purposes: must not be empty, * stands for anything",
        "/c,*,*,t,read,p,maybe~                           line 3, column justification: must be one of optional, required",
        "/c,*,*,t,read,p~                                 line 3: 7 cells are needed, there are 6",
        "/c,*,*,t,read,p,opti\"onal~                      line 3: a quote inside a cell that does not begin with one",
        "/c,*,*,t,read,p,\"optional~                      line 3: a quote is opened and never closed",
        "/a,*,*,t,read,p,optional~                        line 3: says the same as line 2"
    })
    void a_table_that_cannot_be_read_says_where_and_never_what_stands_there(String line, String message) {
        var csv = TableCsv.HEADER + "\n/a,*,*,t,read,p,optional\n" + line;
        assertThatThrownBy(() -> TableCsv.read(csv)).isInstanceOf(UnreadableCsv.class).hasMessage(message);
    }

    @Test
    void another_file_is_not_taken_for_a_table() {
        assertThatThrownBy(() -> TableCsv.read(StaffCsv.HEADER + "\n")).hasMessage("line 1: the first line must be " + TableCsv.HEADER);
        assertThatThrownBy(() -> TableCsv.read("")).hasMessage("line 1: the first line must be " + TableCsv.HEADER);
    }

    @Test
    void days_begin_where_the_company_is() {
        var read = StaffCsv.read(StaffCsv.HEADER + "\np-1,support,agent,b|a,2026-03-01,2026-07-01T08:00:00+02:00\n", OSLO).getFirst();
        assertThat(read.from()).isEqualTo(Instant.parse("2026-02-28T23:00:00Z"));
        assertThat(read.to()).isEqualTo(Instant.parse("2026-07-01T06:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "p,support,agent,,2026-03-01,2026-03-01~   line 2, column to: must be after from; leave it empty while the assignment lasts",
        "p,support,agent,,1.3.2026,~               line 2, column from: must be a date like 2026-03-01 or an instant like 2026-03-01T08:00:00+01:00",
        "p,support,agent,,2026-02-30,~             line 2, column from: must be a date like 2026-03-01 or an instant like 2026-03-01T08:00:00+01:00",
        ",support,agent,,2026-03-01,~              line 2, column staff: must be an id of 1 to 200 characters without control characters",
        "p,Support,agent,,2026-03-01,~             line 2, column unit: a unit is a path like support/tier-1"
    })
    void a_directory_that_cannot_be_read_says_where(String line, String message) {
        assertThatThrownBy(() -> StaffCsv.read(StaffCsv.HEADER + "\n" + line, OSLO)).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(1)", "'quoted", "''=x", "#1", "p,1", "a \"b\"", "plain"})
    void no_spreadsheet_runs_an_exported_id_and_it_is_read_back_the_same(String id) {
        var assignment = new Assignment(STAFF, "support", "agent", List.of("on-call"), Instant.parse("2026-02-28T23:00:00Z"), null);
        var csv = StaffCsv.write(List.of(assignment), Map.of(STAFF, id), OSLO);
        var cell = csv.lines().skip(1).findFirst().orElseThrow();
        assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-").doesNotStartWith("@");
        var read = StaffCsv.read(csv, OSLO).getFirst();
        assertThat(read.staff()).isEqualTo(id);
        assertThat(read.of(STAFF)).isEqualTo(assignment);
        assertThat(csv).contains(",2026-03-01,");
    }

    @Test
    void a_table_is_read_back_as_it_was_written() {
        var one = new Grant("/customers", Persons.staff(STAFF), "*", "case-work", List.of("read"), List.of("support.case"), true);
        var other = new Grant("*", Persons.of("group:on-call"), "agent", "emergency", List.of("*"), List.of("*"), false);
        var read = TableCsv.read(TableCsv.write(List.of(one, other), Map.of(STAFF, "=p-1")));
        assertThat(read.getFirst().staff()).isEqualTo("=p-1");
        assertThat(read.getFirst().to(Persons.staff(STAFF))).isEqualTo(one);
        assertThat(read.getLast().grant()).isEqualTo(other);
        assertThat(TableCsv.read(TableCsv.write(List.of(one), Map.of()))).as("somebody whose id was erased").isEmpty();
    }
}
