package org.innsyn.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.Consumer;
import org.innsyn.schemas.request.Ground;
import org.innsyn.schemas.request.RequestCommands.Prepare;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** What a case-handler proposes for each item, handed to the controller. */
final class Preparation extends Div {

    /** How the names begin under which the choices and the note are kept while they are not handed over. */
    static final String DRAFTS = "preparation.";

    private static final int LONGEST_NOTE = 4_000;

    Preparation(RequestView request, List<Ground> lawful, Drafts drafts, Words words, Moments moments, Consumer<Prepare> prepare) {
        addClassName("preparation");
        List<ItemProposal> proposals = request.items().stream()
                .map(item -> new ItemProposal(item, request.right(), lawful, drafts, words, moments))
                .toList();
        var list = new UnorderedList(proposals.toArray(ItemProposal[]::new));
        list.addClassName("case-items");
        var note = new TextArea(words.say("case.note"));
        note.setHelperText(words.say("case.note.help"));
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        drafts.keep(DRAFTS + "note", note);
        boolean again = request.state() == RequestState.PREPARED;
        var send = new Button(words.say(again ? "case.prepare-again" : "case.prepare"), click -> prepare.accept(new Prepare(
                request.version(),
                proposals.stream().map(ItemProposal::proposal).toList(),
                note.isEmpty() ? null : note.getValue())));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(send);
        actions.addClassName("actions");
        add(list, note, actions);
    }
}
