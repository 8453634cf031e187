package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.request.RequestCard;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.Roles;

/**
 * A question about what the log shows. It goes to the people who answer requests as the message of a request for access (GDPR Art. 15), the
 * right it rests on; so it says that a copy comes with the answer, and where such a request is open already, that it waits for that one.
 */
@Route("requests/ask")
@RolesAllowed(Roles.SUBJECT)
public class AskPage extends Page {

    private static final int LONGEST_QUESTION = 3_000;
    private static final int SHORTEST_QUESTION = 5;

    private final RequestsApi requests;
    private final Paragraph about = new Paragraph();
    private final TextArea question = new TextArea();
    private final Div told = new Div();
    private final Div place = new Div();

    AskPage(RequestsApi requests) {
        super("ask");
        this.requests = requests;
        about.addClassName("note");
        about.setVisible(false);
        place.addClassName("step");
        question.setLabel(words.say("ask.question"));
        question.setHelperText(words.say("new-request.message.help"));
        question.setMaxLength(LONGEST_QUESTION);
        question.setValueChangeMode(ValueChangeMode.EAGER);
        question.setWidthFull();
        add(heading(), about, place);
    }

    /** @param entry what the question is about, in a sentence */
    public void about(String entry) {
        about.setText(entry);
        about.setVisible(true);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            load(place, requests::mine, this::form);
        }
    }

    private void form(List<RequestView> mine) {
        var open = mine.stream().filter(request -> request.right() == Right.ACCESS && !request.state().isClosed()).findFirst();
        if (open.isPresent()) {
            place.add(new Notice(Notice.Tone.NEEDS_YOU, words.say("ask.open"), words.say("ask.open.text")), new RequestCard(open.get(), words, moments));
            return;
        }
        var send = new Button(words.say("ask.send"), click -> act(told, () -> requests.submit(new Submit(Right.ACCESS, text())),
                sent -> getUI().ifPresent(ui -> ui.navigate(MyRequestPage.class, new RouteParam(MyRequestPage.ID, sent.id().toString()))), told::removeAll));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setEnabled(false);
        question.addValueChangeListener(change -> send.setEnabled(change.getValue().strip().length() >= SHORTEST_QUESTION));
        var actions = new Div(send, new Anchor("who-looked", words.say("new-request.back")));
        actions.addClassName("actions");
        place.add(lead(words.say("ask.lead")), question, told, actions);
    }

    private String text() {
        return about.isVisible() ? about.getText() + "\n\n" + question.getValue().strip() : question.getValue().strip();
    }
}
