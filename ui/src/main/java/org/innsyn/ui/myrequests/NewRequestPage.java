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
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import jakarta.annotation.security.RolesAllowed;
import org.innsyn.schemas.request.HeldData;
import org.innsyn.schemas.request.HeldDataApi;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Links;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.signin.Roles;
import org.jspecify.annotations.Nullable;

/** Asking for something, one question at a time; before anything is sent, what will happen, what stays and why, and by when. */
@Route("requests/new")
@RolesAllowed(Roles.SUBJECT)
public class NewRequestPage extends Page implements HasUrlParameter<String> {

    private static final int STEPS = 3;

    private final RequestsApi requests;
    private final HeldDataApi held;
    private final CurrentUser user;
    private final Div step = new Div();

    NewRequestPage(RequestsApi requests, HeldDataApi held, CurrentUser user) {
        super("new-request");
        this.requests = requests;
        this.held = held;
        this.user = user;
        step.addClassName("step");
        add(step);
    }

    /** Doors on other pages lead to a wish by its name: {@code copy}, {@code erasure}, {@code rectification} and so on. */
    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String wish) {
        if (wish == null) {
            choose();
        } else {
            explain(Wish.named(wish).orElseThrow(NotFoundException::new));
        }
    }

    private void choose() {
        var choices = new Div();
        choices.addClassName("doors");
        for (var wish : Wish.values()) {
            choices.add(choice(wish));
        }
        show(1, words.say("new-request.title"), choices);
        step.addClassName("step-wide");
    }

    private Anchor choice(Wish wish) {
        var choice = new Anchor("requests/new/" + wish.address(), new H2(words.say("new-request." + wish.address())), new Paragraph(words.say(wish.text("text"))));
        choice.addClassNames("card", "door");
        return choice;
    }

    private void explain(Wish wish) {
        var happens = new UnorderedList();
        happens.addClassName("happens");
        wish.texts("happens", words).forEach(line -> happens.add(new ListItem(line)));
        var kept = new Div();
        kept.addClassName("what-stays");
        var form = new WishForm(wish, words);
        show(2, words.say(wish.text("happens")), happens, kept, actions(main(words.say("new-request.continue"), () -> send(wish, form)), back()));
        load(kept, this::looked, answer -> stays(wish, kept, answer));
    }

    /** What is held says it best; where it cannot be asked now, the rule is told. */
    private @Nullable HeldData looked() {
        try {
            return held.mine();
        } catch (ServiceProblem e) {
            return null;
        }
    }

    private void stays(Wish wish, Div kept, @Nullable HeldData answer) {
        if (wish == Wish.ERASURE && answer != null) {
            kept.add(new WhatStays(answer, words, moments));
        }
        if (wish != Wish.ERASURE || answer == null) {
            var card = new Div(new H2(words.say("new-request.kept")), new Paragraph(words.say(wish.text("kept"))));
            card.addClassName("card");
            kept.add(card);
        } else {
            kept.add(new Paragraph(words.say("new-request.erasure.log")));
        }
        if (wish.cannotBeUndone()) {
            kept.add(new Paragraph(words.say("new-request.fresh-sign-in")));
        }
        kept.add(new Paragraph(answer == null ? words.say("new-request.by-unknown") : words.say("new-request.by", moments.date(answer.answerBy()))));
    }

    private void send(Wish wish, WishForm form) {
        if (wish.cannotBeUndone() && !user.signedInWithin(DownloadCard.FRESH)) {
            user.comesBackTo("requests/new/" + wish.address());
            show(3, words.say("new-request.sign-in-first"), new Paragraph(words.say("new-request.sign-in-first.text")), actions(Links.signInAgain(words.say("shell.sign-in")), back()));
            return;
        }
        var problem = new Div();
        var send = main(words.say(wish.text("send")), () -> act(problem, () -> requests.submit(new Submit(wish.right(), form.said())),
                sent -> getUI().ifPresent(ui -> ui.navigate(MyRequestPage.class, new RouteParam(MyRequestPage.ID, sent.id().toString()))), problem::removeAll));
        form.onChange(send::setEnabled);
        show(3, words.say("new-request.say"), form, problem, actions(send, new Button(words.say("new-request.back"), click -> explain(wish))));
    }

    private void show(int number, String question, Component... content) {
        var count = new Paragraph(words.say("new-request.step", number, STEPS));
        count.addClassName("step-count");
        step.removeAll();
        step.removeClassName("step-wide");
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
}
