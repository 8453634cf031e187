package org.innsyn.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.innsyn.schemas.request.Ground;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestCommands.Proposal;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** What somebody chose for an item is not lost because somebody else was faster. */
@SpringBootTest
@WithAnonymousUser
class ChoicesTest extends SpringBrowserlessTest {

    private static final List<Ground> LAWFUL = List.of(
            new Ground("legal-claims", "", "", List.of(Outcome.KEEP), List.of(Right.ERASURE)),
            new Ground("legal-obligation", "", "", List.of(Outcome.KEEP), List.of(Right.ERASURE)));

    private final Words words = Words.in(Words.LANGUAGES.getFirst());
    private final Drafts drafts = new Drafts();

    @Test
    void a_choice_and_its_ground_are_there_when_the_page_shows_a_newer_state() {
        draw(List.of(Outcome.ERASE, Outcome.KEEP));
        choose(0, "Keep");
        choose(1, "the law requires it (GDPR Art. 17(3)(b))");
        assertThat(draw(List.of(Outcome.ERASE, Outcome.KEEP)).proposal()).isEqualTo(new Proposal("demo/invoices", Outcome.KEEP, "legal-obligation"));
        assertThat($(Select.class).first().getHelperText()).isEqualTo("Your choice, not handed over yet. On record: Delete.");
    }

    @Test
    void a_choice_that_cannot_be_made_any_more_is_not_put_back() {
        draw(List.of(Outcome.ERASE, Outcome.KEEP));
        choose(0, "Keep");
        assertThat(draw(List.of(Outcome.ERASE)).proposal()).isEqualTo(new Proposal("demo/invoices", Outcome.ERASE, null));
        assertThat(draw(List.of(Outcome.ERASE, Outcome.KEEP)).proposal().outcome()).as("and not later either").isEqualTo(Outcome.ERASE);
    }

    @Test
    void what_was_handed_over_is_no_draft_any_more() {
        draw(List.of(Outcome.ERASE, Outcome.KEEP));
        choose(0, "Keep");
        drafts.forget(Preparation.DRAFTS);
        assertThat(draw(List.of(Outcome.ERASE, Outcome.KEEP)).proposal().outcome()).isEqualTo(Outcome.ERASE);
    }

    private ItemProposal draw(List<Outcome> allowed) {
        var item = new RequestItem("demo/invoices", "demo", "billing", 6, Outcome.ERASE, allowed, null, null, null, ItemState.PROPOSED, Map.of(), null, null, null, null);
        var proposal = new ItemProposal(item, Right.ERASURE, LAWFUL, drafts, words, new Moments(words, Moments.DEFAULT_ZONE, Instant.EPOCH));
        UI.getCurrent().removeAll();
        UI.getCurrent().add(proposal);
        return proposal;
    }

    private void choose(int which, String option) {
        test($(Select.class).all().get(which)).selectItem(option);
    }
}
