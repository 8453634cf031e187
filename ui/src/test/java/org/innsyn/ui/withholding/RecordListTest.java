package org.innsyn.ui.withholding;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.innsyn.schemas.request.Ground;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.Right;
import org.innsyn.schemas.request.Withholdings.Contents;
import org.innsyn.schemas.request.Withholdings.RecordLine;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithAnonymousUser;

@SpringBootTest
@WithAnonymousUser
class RecordListTest extends SpringBrowserlessTest {

    private static final RequestItem MAIL = new RequestItem(
            "mail", "mail", "mail", 3, Outcome.INCLUDE, List.of(), null, null, null, ItemState.FOUND, Map.of(), null, null, null, null);
    private static final Ground OTHERS = new Ground("rights-of-others", "", "", List.of(Outcome.LEAVE_OUT), List.of(Right.ACCESS));

    private final Words words = Words.in(Words.LANGUAGES.getFirst());
    private final List<String> kept = new ArrayList<>();
    private long asked;

    @Test
    void what_is_chosen_stays_chosen_over_further_pages_and_is_kept_out_on_a_ground() {
        var list = shown(List.of(OTHERS));
        list.add(new Contents(List.of(new RecordLine("a1", "INBOX/1", false), new RecordLine("a2", "INBOX/2", true)), true));
        assertThat(keepOut().isEnabled()).isFalse();
        test($(Checkbox.class).first()).click();
        test($(Button.class).withText("Show more").first()).click();
        assertThat(asked).as("where the next page begins").isEqualTo(2);
        list.add(new Contents(List.of(new RecordLine("a3", "INBOX/3", false)), false));
        test($(Checkbox.class).last()).click();
        assertThat(keepOut().getText()).isEqualTo("Keep 2 records out of the copy");
        test(keepOut()).click();
        assertThat(kept).containsExactly("mail", "a1", "a3", "rights-of-others");
        list.mark(List.of("a1", "a2", "a3"));
        assertThat($(Checkbox.class).all()).isEmpty();
        assertThat(keepOut().getText()).isEqualTo("Keep nothing out of the copy");
    }

    @Test
    void who_only_reads_has_nothing_to_choose_and_what_records_say_is_text() {
        var list = shown(List.of());
        list.add(new Contents(List.of(new RecordLine("a1", "<script>window.owned=1</script>", false)), false));
        assertThat($(Checkbox.class).all()).isEmpty();
        assertThat(list.getElement().getOuterHTML()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    private RecordList shown(List<Ground> grounds) {
        var list = new RecordList(MAIL, "Mail", grounds, (item, records, ground) -> {
            kept.add(item.key());
            kept.addAll(records);
            kept.add(ground);
        }, (item, after) -> asked = after, words, new RequestWords(words, new Moments(words, Moments.DEFAULT_ZONE, Instant.EPOCH)));
        UI.getCurrent().add(list);
        return list;
    }

    private Button keepOut() {
        return $(Button.class).last();
    }
}
