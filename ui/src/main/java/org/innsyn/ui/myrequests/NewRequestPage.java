package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import jakarta.annotation.security.RolesAllowed;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.Roles;
import org.jspecify.annotations.Nullable;

/** Asking for a copy or for deletion, one question at a time; before anything is sent, what will happen. */
@Route("requests/new")
@RolesAllowed(Roles.SUBJECT)
public class NewRequestPage extends Page implements HasUrlParameter<String> {

    private static final int LONGEST_MESSAGE = 4_000;
    private static final int STEPS = 3;

    private final RequestsApi requests;
    private final Div step = new Div();
    private final TextArea message = new TextArea();

    NewRequestPage(RequestsApi requests) {
        super("new-request");
        this.requests = requests;
        step.addClassName("step");
        message.setLabel(words.say("new-request.message"));
        message.setHelperText(words.say("new-request.message.help"));
        message.setMaxLength(LONGEST_MESSAGE);
        message.setWidthFull();
        add(step);
    }

    /** The doors on the first page lead to {@code copy} or {@code erasure}, whose first question is answered. */
    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String wish) {
        if ("copy".equals(wish)) {
            explain(Right.ACCESS);
        } else if ("erasure".equals(wish)) {
            explain(Right.ERASURE);
        } else {
            choose();
        }
    }

    private void choose() {
        var choices = new Div(choice("copy"), choice("erasure"));
        choices.addClassName("doors");
        show(1, words.say("new-request.title"), choices);
    }

    private Anchor choice(String wish) {
        var choice = new Anchor("requests/new/" + wish,
                new H2(words.say("new-request." + wish)), new Paragraph(words.say("new-request." + wish + ".text")));
        choice.addClassNames("card", "door");
        return choice;
    }

    private void explain(Right right) {
        var wish = wish(right);
        var happens = new UnorderedList();
        happens.addClassName("happens");
        for (int line = 1; words.knows("new-request." + wish + ".happens." + line); line++) {
            happens.add(new ListItem(words.say("new-request." + wish + ".happens." + line)));
        }
        var kept = new Div(new H2(words.say("new-request.kept")), new Paragraph(words.say("new-request." + wish + ".kept")));
        kept.addClassName("card");
        show(2, words.say("new-request." + wish + ".happens"), happens, kept,
                actions(main(words.say("new-request.continue"), () -> send(right)), back()));
    }

    private void send(Right right) {
        var problem = new Div();
        var send = main(words.say("new-request." + wish(right) + ".send"), () ->
                act(problem, () -> requests.submit(new Submit(right, message.isEmpty() ? null : message.getValue())),
                        sent -> getUI().ifPresent(ui -> ui.navigate(MyRequestPage.class,
                                new RouteParam(MyRequestPage.ID, sent.id().toString()))),
                        problem::removeAll));
        show(3, words.say("new-request.say"), message, problem,
                actions(send, new Button(words.say("new-request.back"), click -> explain(right))));
    }

    private void show(int number, String question, Component... content) {
        var count = new Paragraph(words.say("new-request.step", number, STEPS));
        count.addClassName("step-count");
        step.removeAll();
        step.add(count, new H1(question));
        step.add(content);
    }

    private Anchor back() {
        var back = new Anchor("requests/new", words.say("new-request.back"));
        back.addClassName("plain-link");
        return back;
    }

    private static Button main(String text, Runnable action) {
        var button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private static Div actions(Component... actions) {
        var row = new Div(actions);
        row.addClassName("actions");
        return row;
    }

    private static String wish(Right right) {
        return switch (right) {
            case ACCESS -> "copy";
            case ERASURE -> "erasure";
            default -> throw new IllegalArgumentException("no page asks for " + right + " yet");
        };
    }
}
