package org.innsyn.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.innsyn.schemas.request.RequestCommands.Approve;
import org.innsyn.schemas.request.RequestCommands.Refuse;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.words.Words;

/** The controller's part: approve what was prepared, or refuse with a reason. Deleting is typed for, never only clicked. */
final class Decision extends Div {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 4_000;

    private final Words words;

    Decision(RequestView request, Words words, Consumer<Approve> approve, Consumer<Refuse> refuse) {
        this.words = words;
        addClassName("decision");
        add(new H2(words.say("decision")));
        var button = new Button(Consequence.of(request, words), click -> approve.accept(new Approve(request.version())));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClassName("approve");
        if (request.right() == Right.ERASURE) {
            button.addClassName("dangerous");
            add(typed(request.reference(), button));
        }
        var actions = new Div(button);
        actions.addClassName("actions");
        add(actions, refusal(request, refuse));
    }

    private TextField typed(String reference, Button button) {
        var typed = new TextField(words.say("decision.type", reference));
        typed.setHelperText(words.say("decision.type.help"));
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        typed.setAutocomplete(Autocomplete.OFF);
        typed.addClassName("typed");
        button.setEnabled(false);
        typed.addValueChangeListener(change -> button.setEnabled(reference.equalsIgnoreCase(change.getValue().strip())));
        return typed;
    }

    private Details refusal(RequestView request, Consumer<Refuse> refuse) {
        var reason = new TextArea(words.say("decision.reason"));
        reason.setHelperText(words.say("decision.reason.help"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
        var button = new Button(words.say("decision.refuse"),
                click -> refuse.accept(new Refuse(request.version(), reason.getValue().strip())));
        button.setEnabled(false);
        reason.addValueChangeListener(change -> button.setEnabled(change.getValue().strip().length() >= SHORTEST_REASON));
        var refusal = new Details(words.say("decision.refuse-instead"), reason, button);
        refusal.addClassName("refusal");
        return refusal;
    }
}
