package org.innsyn.ui.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.innsyn.schemas.hold.HoldCommands.Place;
import org.innsyn.schemas.hold.HoldCommands.Release;
import org.innsyn.schemas.hold.HoldCommands.Review;
import org.innsyn.schemas.hold.HoldView;
import org.innsyn.schemas.hold.HoldsApi;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.signin.Roles;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithAnonymousUser;

@SpringBootTest
@WithAnonymousUser
class HoldTest extends SpringBrowserlessTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Words words = Words.in(Words.LANGUAGES.getFirst());
    private final Moments moments = new Moments(words, Moments.DEFAULT_ZONE, NOW);
    private final Calls calls = new Calls();

    @Test
    void what_a_release_sets_going_is_said_before_and_in_the_button() {
        UI.getCurrent().add(forms(hold(List.of("R-7Q4K-2M", "R-1111-22")), Roles.CONTROLLER));
        assertThat(text()).contains("2 requests wait for it: R-7Q4K-2M, R-1111-22", "cannot be brought back");
        test($(TextArea.class).last()).setValue("The claim was settled in court.");
        test(button("Release it, and delete what waits in 2 requests")).click();
        assertThat(calls.releases).containsExactly(new Release(4, "The claim was settled in court."));
    }

    @Test
    void a_release_nothing_waits_for_says_that_it_deletes_nothing() {
        UI.getCurrent().add(forms(hold(List.of()), Roles.CONTROLLER));
        assertThat(text()).contains("Nothing waits for it: releasing it deletes nothing now.");
        assertThat(button("Release it").isEnabled()).as("nobody said why").isFalse();
    }

    @Test
    void a_case_handler_keeps_it_in_place_and_does_not_release_it_and_the_officer_only_reads() {
        UI.getCurrent().add(forms(hold(List.of()), Roles.CASE_HANDLER));
        assertThat($(Button.class).all()).extracting(Button::getText).containsExactly("Keep it in place");
        assertThat(forms(hold(List.of()), Roles.DPO).getChildren()).isEmpty();
    }

    @Test
    void a_hold_is_answered_for_by_a_unit_and_looked_at_again_within_a_year() {
        var placed = new ArrayList<Place>();
        UI.getCurrent().add(new PlaceForm(TODAY, placed::add, new Drafts(), words, moments).form());
        choose("What stays", "One part of one person");
        choose("Ground", "it is needed for legal claims (GDPR Art. 17(3)(e))");
        line("Whose data", "k10001");
        line("Which part", "demo/invoices");
        test($(TextArea.class).first()).setValue("A claim was announced by letter.");
        line("Who answers for it", "Kari Nordmann");
        test($(DatePicker.class).first()).setValue(TODAY.plusMonths(3));
        assertThat(button("Place this hold").isEnabled()).as("a name is no unit").isFalse();
        line("Who answers for it", "legal");
        assertThat(button("Place this hold").isEnabled()).isTrue();
        $(DatePicker.class).first().setValue(TODAY.plusYears(2));
        assertThat(button("Place this hold").isEnabled()).as("later than a year").isFalse();
        $(DatePicker.class).first().setValue(TODAY.plusYears(1));
        test(button("Place this hold")).click();
        assertThat(placed).containsExactly(new Place(null, null, "demo/invoices", "k10001", "legal-claims", "legal", TODAY.plusYears(1), "A claim was announced by letter."));
    }

    @Test
    void what_somebody_wrote_is_shown_as_text_and_references_that_are_known_are_links() {
        var facts = new HoldFacts(hold(List.of("R-7Q4K-2M", "R-1111-22")), "<script>window.owned=1</script>", Map.of("R-7Q4K-2M", new UUID(7, 7)), words, moments);
        assertThat(facts.getElement().getOuterHTML()).contains("&lt;script&gt;", "href=\"desk/" + new UUID(7, 7) + "\"", "R-1111-22").doesNotContain("<script>");
    }

    @Test
    void a_hold_names_what_it_keeps_and_nobody() {
        var said = new HoldWords(words, moments);
        assertThat(said.what(hold(List.of()))).isEqualTo("Invoices of one person");
        assertThat(said.what(new HoldView(new UUID(1, 1), "demo", "billing", null, "legal-claims", "", "legal", TODAY, true, NOW, null, null, List.of(), List.of(), 0)))
                .isEqualTo("billing of everybody: Customer database");
        assertThat(said.what(new HoldView(new UUID(1, 1), "demo", null, "demo", "legal-claims", "", "legal", TODAY, true, NOW, null, null, List.of(), List.of(), 0)))
                .isEqualTo("Everything of one person: Customer database");
    }

    private HoldForms forms(HoldView hold, String role) {
        return new HoldForms(hold, calls, Set.of(role), (deed, said, command) -> command.get(), new Drafts(), words, moments);
    }

    private static HoldView hold(List<String> waiting) {
        return new HoldView(new UUID(1, 1), "demo", null, "demo/invoices", "legal-claims", "It is needed.", "legal", TODAY, true, NOW, null, null, waiting, List.of(), 4);
    }

    private String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }

    private Button button(String text) {
        return $(Button.class).withText(text).first();
    }

    private void choose(String label, String option) {
        test($(Select.class).all().stream().filter(select -> label.equals(select.getLabel())).findFirst().orElseThrow()).selectItem(option);
    }

    private void line(String label, String value) {
        test($(TextField.class).all().stream().filter(field -> label.equals(field.getLabel())).findFirst().orElseThrow()).setValue(value);
    }

    /** Takes commands and answers with the hold they are about. */
    private static final class Calls implements HoldsApi {

        private final List<Release> releases = new ArrayList<>();

        @Override
        public HoldView place(Place command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<HoldView> holds(boolean due, boolean released) {
            return List.of();
        }

        @Override
        public HoldView hold(UUID id) {
            return HoldTest.hold(List.of());
        }

        @Override
        public HoldView review(UUID id, Review command) {
            return HoldTest.hold(List.of());
        }

        @Override
        public HoldView release(UUID id, Release command) {
            releases.add(command);
            return HoldTest.hold(List.of());
        }
    }
}
