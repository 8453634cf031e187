package org.innsyn.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.innsyn.schemas.request.RefusalGround;
import org.innsyn.schemas.request.RequestCommands.Approve;
import org.innsyn.schemas.request.RequestCommands.Refuse;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** The controller's part: approve what was prepared, or refuse with a reason. Deleting is typed for, never only clicked. */
final class Decision extends Div {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 4_000;

    /** How the names begin under which an unsent refusal is kept. */
    static final String DRAFT = "refusal.";

    private final Words words;
    private final Drafts drafts;

    Decision(RequestView request, Drafts drafts, Words words, Moments moments, Consumer<Approve> approve, Consumer<Refuse> refuse) {
        this.words = words;
        addClassName("decision");
        this.drafts = drafts;
        add(new H2(words.say("decision")));
        if (!Hindrances.noneOf(request.legal())) {
            add(new Paragraph(words.say("decision.hindered")), refusal(request, refuse));
            return;
        }
        partlyRefused(request, moments);
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

    private void partlyRefused(RequestView request, Moments moments) {
        var refused = Consequence.refused(request);
        if (refused.isEmpty()) {
            return;
        }
        var requestWords = new RequestWords(words, moments);
        var list = new UnorderedList();
        list.addClassName("happens");
        refused.forEach(item -> list.add(new ListItem(requestWords.became(item))));
        add(new Paragraph(words.say("decision.partly-refused")), list);
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
        var ground = new Select<RefusalGround>();
        ground.setLabel(words.say("decision.ground"));
        ground.setItems(RefusalGround.values());
        ground.setItemLabelGenerator(each -> words.say("refusal." + Words.name(each)));
        drafts.keep(DRAFT + "ground", ground);
        drafts.keep(DRAFT + "reason", reason);
        var button = new Button(words.say("decision.refuse"),
                click -> refuse.accept(new Refuse(request.version(), reason.getValue().strip(), ground.getValue())));
        button.setEnabled(reason.getValue().strip().length() >= SHORTEST_REASON);
        reason.addValueChangeListener(change -> button.setEnabled(change.getValue().strip().length() >= SHORTEST_REASON));
        var refusal = new Details(words.say("decision.refuse-instead"), ground, reason, button);
        refusal.setOpened(drafts.has(DRAFT));
        refusal.addClassName("refusal");
        return refusal;
    }
}
