package org.innsyn.ui.manual;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.schemas.manual.ManualCommands.Complete;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.schemas.manual.ManualTaskView.Work;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** Only what the service takes can be sent: nothing there and something counted never come together. */
@SpringBootTest
@WithAnonymousUser
class CompletionFormTest extends SpringBrowserlessTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final Words words = Words.in(Words.LANGUAGES.getFirst());
    private final Moments moments = new Moments(words, Moments.DEFAULT_ZONE, NOW);
    private final List<Complete> sent = new ArrayList<>();

    @Test
    void whoever_removed_something_says_how_much_and_exactly_what() {
        show(Work.ERASE, 0);
        choose("Something, and it is removed");
        test($(TextArea.class).first()).setValue("Two folders from shelf 12, shredded.");
        assertThat(button().isEnabled()).as("nobody said how many").isFalse();
        test($(TextField.class).first()).setValue("2");
        test(button()).click();
        assertThat(sent).containsExactly(new Complete(false, Map.of("erased", 2L), "Two folders from shelf 12, shredded."));
    }

    @Test
    void whoever_found_nothing_says_where_they_looked() {
        show(Work.ERASE, 0);
        choose("Nothing about this person");
        assertThat(button().isEnabled()).isFalse();
        test($(TextArea.class).first()).setValue("Shelves 10 to 14 and the cellar.");
        test(button()).click();
        assertThat(sent).containsExactly(new Complete(true, Map.of(), "Shelves 10 to 14 and the cellar."));
    }

    @Test
    void what_was_uploaded_is_what_was_found() {
        show(Work.COLLECT, 3);
        assertThat(UI.getCurrent().getElement().getTextRecursively()).contains("3 files go into the copy");
        test($(TextArea.class).first()).setValue("Three letters from 2024.");
        test(button()).click();
        assertThat(sent).containsExactly(new Complete(false, Map.of(), "Three letters from 2024."));
    }

    @Test
    void without_a_file_only_that_nothing_is_there_can_be_said() {
        show(Work.COLLECT, 0);
        assertThat(button().getText()).isEqualTo("Say that nothing is there");
        test($(TextArea.class).first()).setValue("Looked through shelf 12.");
        test(button()).click();
        assertThat(sent).containsExactly(new Complete(true, Map.of(), "Looked through shelf 12."));
    }

    @Test
    void instructions_are_read_in_the_readers_language_and_as_text() {
        var task = task(Work.ERASE, 0);
        assertThat(new TaskFacts(task, "k10001", words, moments).getElement().getOuterHTML()).contains("Look on shelf &lt;b&gt;12&lt;/b&gt;.").doesNotContain("<b>");
        assertThat(new TaskWords(words.other(), moments).instructions(task)).isEqualTo("Se i hylle 12.");
    }

    private void show(Work work, int files) {
        UI.getCurrent().add(new CompletionForm(task(work, files), sent::add, new Drafts(), words, moments).form());
    }

    private static ManualTaskView task(Work work, int files) {
        return new ManualTaskView(new UUID(1, 1), new UUID(2, 2), "R-1", "archive", work, "Look on shelf <b>12</b>.", "Se i hylle 12.", LocalDate.of(2026, 3, 9), false, files, null, null);
    }

    private Button button() {
        return $(Button.class).last();
    }

    private void choose(String option) {
        test($(Select.class).first()).selectItem(option);
    }
}
