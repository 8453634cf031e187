package org.innsyn.dsr.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileNamesTest {

    private static final String SAFE = "mail/[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*";

    private final FileNames names = new FileNames("mail");

    static Stream<String> hostile() {
        return Stream.of(
                "", " ", ".", "..", "...", "../../etc/passwd", "/etc/passwd", "\\\\host\\share", "C:\\x", "a/../b", "~", "~root", "-rf", "--help",
                ".htaccess", "nul", "NUL.mbox", "con.txt.mbox", "aux ", "Com1", "COM¹", "lpt9.eml", "a\u0000b", "a\nb", "a\r\nContent-Type: x", "\u202Egpj.exe",
                "\uFEFF", "\uD800", "%2e%2e%2f", "<script>alert(1)</script>", "\"; rm -rf *; \"", "$(id)", "`id`", "a|b", "a?b*c", "x".repeat(5_000),
                "ø".repeat(300), "…", "．．／", "name.", "name ", "name...", "🙂");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void every_name_becomes_one_that_leads_nowhere_else(String name) {
        for (var path : List.of(names.place(List.of(name)), names.place(List.of(name + ".mbox")), names.place(List.of(name, name)), names.place(List.of(name, "1.eml")))) {
            assertThat(path).matches(SAFE).doesNotContain("..");
            for (var part : path.split("/")) {
                assertThat(part).doesNotEndWith(".").hasSizeLessThanOrEqualTo(FileNames.LONGEST + 12).doesNotMatch("(con|prn|aux|nul|com\\d|lpt\\d)([.-].*)?");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"INBOX,inbox", "Søppelpost,soppelpost", "Årsoppgjør & ærend,arsoppgjor-aerend", "Arbeid/2026,arbeid-2026", "Straße,strasse", "v1.2,v1.2"})
    void readable_names_stay_readable(String name, String expected) {
        assertThat(FileNames.safe(name)).isEqualTo(expected);
    }

    @Test
    void no_two_names_become_one_also_where_case_does_not_count() {
        var seen = new HashSet<String>();
        for (var name : List.of("Inbox", "INBOX", "inbox", "in box", "in-box", "in/box", "..", "...", "", "收件箱", "发件箱")) {
            assertThat(seen.add(names.place(List.of(name + ".mbox")).toLowerCase(Locale.ROOT))).as(name).isTrue();
            assertThat(seen.add(names.place(List.of(name)).toLowerCase(Locale.ROOT))).as(name).isTrue();
            assertThat(seen.add(names.place(List.of(name, "1.eml")).toLowerCase(Locale.ROOT))).as(name).isTrue();
        }
    }

    @Test
    void a_number_given_to_one_name_is_not_given_to_another_that_has_it_already() {
        assertThat(List.of(names.place(List.of("a-2")), names.place(List.of("A")), names.place(List.of("a")), names.place(List.of("a")))).doesNotHaveDuplicates();
    }

    @Test
    void files_of_one_folder_stand_together() {
        names.place(List.of("INBOX", "1.eml"));
        assertThat(names.place(List.of("Inbox", "1.eml"))).isEqualTo("mail/inbox-2/1.eml");
        assertThat(names.place(List.of("INBOX", "2.eml"))).isEqualTo("mail/inbox/2.eml");
    }

    @Test
    void ten_thousand_alike_names_are_told_apart() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            seen.add(names.place(List.of("..", "../x.eml")));
        }
        assertThat(seen).hasSize(10_000).contains("mail/unnamed/x.eml", "mail/unnamed/x-10000.eml");
    }
}
