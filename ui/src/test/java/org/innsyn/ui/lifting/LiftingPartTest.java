package org.innsyn.ui.lifting;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.DueDate;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.Liftings.Lift;
import org.innsyn.schemas.request.Liftings.LiftedItem;
import org.innsyn.schemas.request.Liftings.Lifting;
import org.innsyn.schemas.request.Liftings.LiftingState;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestView.Legal;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.signin.Roles;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiftingPartTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final Words words = Words.in(Words.LANGUAGES.getFirst());
    private final List<Object> sent = new ArrayList<>();

    @Test
    void the_controller_ends_it_with_a_reason_and_nobody_else_is_offered_that() {
        assertThat(LiftingPart.concerns(request())).isTrue();
        assertThat(buttons(part(Optional.empty(), Roles.CASE_HANDLER))).isEmpty();
        assertThat(part(Optional.empty()).getElement().getTextRecursively()).isEmpty();
        var part = part(Optional.empty(), Roles.CONTROLLER);
        var button = buttons(part).getFirst();
        assertThat(button.isEnabled()).isFalse();
        all(part).filter(TextArea.class::isInstance).map(TextArea.class::cast).findFirst().orElseThrow().setValue("The accuracy was settled.");
        button.click();
        assertThat(sent).containsExactly(new Lift(3, "The accuracy was settled."));
    }

    @Test
    void nothing_is_lifted_before_the_person_was_told_and_that_is_said() {
        var waiting = part(Optional.of(lifting(null, LiftingState.BY_HAND)), Roles.CASE_HANDLER);
        assertThat(waiting.getElement().getTextRecursively()).contains("Nothing is lifted before (GDPR Art. 18(3)).");
        assertThat(buttons(waiting)).extracting(Button::getText).containsExactly("They were told");
        var told = part(Optional.of(lifting(NOW, LiftingState.BY_HAND)), Roles.CASE_HANDLER);
        assertThat(told.getElement().getTextRecursively()).contains("The person was told at 13:00 today.");
        assertThat(buttons(told)).extracting(Button::getText).containsExactly("It is lifted");
        assertThat(buttons(part(Optional.of(lifting(NOW, LiftingState.LIFTED)), Roles.CASE_HANDLER, Roles.CONTROLLER))).isEmpty();
    }

    @Test
    void the_person_is_spoken_to_and_staff_are_told_of_the_person() {
        assertThat(part(Optional.of(lifting(NOW, LiftingState.LIFTED))).getElement().getTextRecursively()).contains("You were told at 13:00 today.").doesNotContain("The person");
        assertThat(part(Optional.of(lifting(null, LiftingState.WAITING)), Roles.DPO).getElement().getTextRecursively()).contains("The person has not been told yet.");
    }

    @Test
    void what_failed_can_be_tried_again() {
        assertThat(buttons(part(Optional.of(lifting(NOW, LiftingState.FAILED)), Roles.CONTROLLER))).hasSize(1);
    }

    private LiftingPart part(Optional<Lifting> lifting, String... roles) {
        return new LiftingPart(request(), lifting, Set.of(roles), new LiftingPart.Doing(sent::add, sent::add, sent::add), new Drafts(), words, new Moments(words, Moments.DEFAULT_ZONE, NOW));
    }

    private static Lifting lifting(@Nullable Instant told, LiftingState state) {
        return new Lifting("The accuracy was settled.", NOW.minusSeconds(60), told, List.of(new LiftedItem("crm/contacts", state, null, null, null)));
    }

    private static RequestView request() {
        var limit = LocalDate.of(2026, 4, 2);
        var item = new RequestItem("crm/contacts", "crm", "contacts", 1, Outcome.RESTRICT, List.of(Outcome.RESTRICT), null, null, null, ItemState.DONE, Map.of(), null, NOW, null, null);
        return new RequestView(new UUID(1, 1), "R-1", Right.RESTRICTION, RequestState.DONE, "a-17", null, NOW, new DueDate(limit, limit, "", 30, null, List.of(), limit, false, null),
                List.of(item), null, false, null, null, List.of(), new Legal(Channel.LETTER, NOW, NOW, null, null, false, false, null, false, null, "", ""), 3, List.of());
    }

    private static List<Button> buttons(Component part) {
        return all(part).filter(Button.class::isInstance).map(Button.class::cast).toList();
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(LiftingPartTest::all));
    }
}
