package org.innsyn.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.services.ServiceProblem.Kind;
import org.innsyn.ui.words.Words;

/** A calm word in the place of what cannot be shown: what happened, what was kept, what to do next. */
public final class Notice extends Div {

    /** How much it matters. */
    public enum Tone {
        PLAIN,
        NEEDS_YOU,
        BROKEN
    }

    public Notice(Tone tone, String title, String text, Component... actions) {
        addClassName("notice");
        addClassName("notice-" + Words.name(tone));
        getElement().setAttribute("role", tone == Tone.PLAIN ? "note" : "status");
        add(new H2(title), new Paragraph(text));
        add(actions);
    }

    /**
     * What went wrong at a service.
     *
     * @param retry asks again
     */
    public static Notice of(ServiceProblem problem, Words words, Runnable retry) {
        var key = "problem." + Words.name(problem.kind());
        Component action = switch (problem.kind()) {
            case SIGN_IN -> Links.signIn(words.say("shell.sign-in"));
            case SIGN_IN_AGAIN -> Links.signInAgain(words.say("shell.sign-in"));
            default -> new Button(words.say(key + ".action"), click -> retry.run());
        };
        return new Notice(Tone.NEEDS_YOU, words.say(key), words.say(key + ".text"), action);
    }
}
