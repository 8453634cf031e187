package org.innsyn.dsr.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.innsyn.dsr.connector.sql.Shop;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;

/** What a copy says to who opens it, and what it leaves out. */
class CopyWordsTest extends WrittenCopy {

    @Test
    void the_page_shows_text_and_never_markup_of_the_data() throws IOException {
        shop.jdbc().update("update cases set topic = '<script>alert(1)</script>' where id = 11");

        assertThat(text(unzip(write(Shop.ANN)), "index.html"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script")
                .contains("Showing 100 of 1234 records.")
                .contains("manifest.json");
    }

    @Test
    void the_eight_answers_come_from_the_register_and_the_table_and_the_log_and_say_where_these_differ() throws IOException {
        var page = text(unzip(write(Shop.ANN)), "index.html");

        for (char letter = 'a'; letter <= 'h'; letter++) {
            assertThat(page).contains("Art. 15(1)(" + letter + ")");
        }
        assertThat(page)
                .contains("<td>Helping you (support.case)</td><td>Contract</td><td>You</td><td>support</td><td>1221</td>")
                .contains("<td>billing.collection</td><td>This is not written down here.")
                .contains("Your log shows purposes that the register does not name for your data: billing.collection.")
                .contains("Your log shows purposes that the access control table allows nobody now: billing.collection.")
                .contains("The register names purposes for which the access control table allows nobody to look: Sending news (shop.newsletter).")
                .contains("The letter shop — not in your log")
                .contains("Collectors &lt;AS&gt;: 13 times in your log, and not in the register")
                .contains("For this it is not written down here: access-log, billing.")
                .contains("While you are a customer").contains("You told us").contains("No machine decides alone.").contains("Nothing leaves the EEA.")
                .contains("Invoices: whatever is asked for, it is kept for 5 years after the end of the fiscal year. Bookkeeping law")
                .contains("the data protection authority: Datatilsynet");
    }

    @Test
    void the_same_page_lies_beside_it_in_norwegian() throws IOException {
        var files = unzip(write(Shop.ANN));

        assertThat(text(files, "index.html")).contains("<html lang=\"en\">").contains("<a href=\"index.nb.html\" lang=\"nb\">På norsk</a>");
        assertThat(text(files, "index.nb.html")).contains("<html lang=\"nb\">").contains("<a href=\"index.html\" lang=\"en\">In English</a>")
                .contains("Du ba om innsyn 10. juni 2026").contains("Viser 100 av 1234 oppføringer.").contains("Å hjelpe deg").contains("gitt videre")
                .contains("Mens du er kunde").contains("beholdes det i 5 år etter regnskapsårets slutt. Bokføringsloven").contains("art. 15 nr. 1 h");
    }

    @Test
    void both_languages_have_the_same_words() throws IOException {
        var words = new ArrayList<Set<String>>();
        for (var language : List.of("en", "nb")) {
            var read = new Properties();
            try (var in = Files.newBufferedReader(Path.of("src/main/resources/copy/words_" + language + ".properties"))) {
                read.load(in);
            }
            // English shows codes as they are and has its grounds in the rule pack.
            words.add(read.stringPropertyNames().stream().filter(key -> !key.matches("(operation|basis|ground)[.].*")).collect(Collectors.toSet()));
        }
        assertThat(words.getFirst()).isEqualTo(words.getLast());
    }

    @Test
    void who_takes_their_data_along_gets_the_data_alone() throws IOException {
        var decisions = List.of(new Decision(ItemKey.of("shop", "customers"), Outcome.INCLUDE, null));

        assertThat(text(unzip(write(Shop.ANN, decisions, Right.PORTABILITY)), "index.html")).contains("GDPR Art. 20").doesNotContain("Art. 15(1)");
    }

    @Test
    void a_record_that_is_withheld_is_in_no_file_and_the_copy_says_how_many_and_why() throws IOException {
        var messages = ItemKey.of("shop", "messages");
        var given = List.of(new Decision(messages, Outcome.INCLUDE, null));
        var lines = ItemContents.of(shop.connector(Clock.systemUTC()), Shop.ANN, messages, 0, 10);
        assertThat(lines.lines()).extracting(ItemContents.Line::text).containsExactly("id: 11, body: =cmd|x", "id: 12, body: It's \"fine\"");
        var record = lines.lines().getLast().record();

        var files = unzip(write(Shop.ANN, given, Right.ACCESS, List.of(new WithheldRecord(messages, record, "rights-of-others"))));
        assertThat(text(files, "data/messages.json")).isEqualTo("[{\"id\":11,\"body\":\"=cmd|x\"}]");
        assertThat(text(files, "data/messages.csv")).doesNotContain("fine");
        assertThat(text(files, "index.html")).contains("shop/messages: 1 record withheld. It is other people").doesNotContain("fine");
        assertThat(text(files, "index.nb.html")).contains("shop/messages: 1 oppføring er holdt tilbake. Det er også andres opplysninger");
        assertThat(JSON.readTree(text(files, "manifest.json")).get("withheld").toString())
                .isEqualTo("[{\"item\":\"shop/messages\",\"ground\":\"rights-of-others\",\"records\":1}]");
    }

    @Test
    void a_record_that_changed_after_it_was_withheld_is_not_given_by_mistake() throws IOException {
        var messages = ItemKey.of("shop", "messages");
        var record = ItemContents.of(shop.connector(Clock.systemUTC()), Shop.ANN, messages, 1, 10).lines().getFirst().record();
        shop.jdbc().update("update messages set body = 'changed' where id = 12");

        assertThatThrownBy(() -> write(Shop.ANN, List.of(new Decision(messages, Outcome.INCLUDE, null)), Right.ACCESS,
                        List.of(new WithheldRecord(messages, record, "rights-of-others"))))
                .isInstanceOf(CopyIncomplete.class).hasMessageContaining("1 records of shop/messages that are to be withheld are not there as they were");
    }

    @Test
    void what_is_left_out_is_named_with_its_ground() throws IOException {
        var without = List.of(
                new Decision(ItemKey.ACCESS_LOG, Outcome.INCLUDE, null),
                new Decision(ItemKey.of("shop", "messages"), Outcome.LEAVE_OUT, "rights-of-others"));
        var files = unzip(write(Shop.ANN, without));

        assertThat(files).doesNotContainKey("data/messages.json");
        assertThat(text(files, "index.html")).contains("shop/messages: It is other people");
    }
}
