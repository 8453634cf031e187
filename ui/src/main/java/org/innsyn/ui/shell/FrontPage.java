package org.innsyn.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import org.innsyn.ui.signin.CurrentUser;

/** What this is, for somebody who is not signed in. Whoever is goes on to their own first page. */
@Route("")
@AnonymousAllowed
public class FrontPage extends Page implements BeforeEnterObserver {

    private final CurrentUser user;

    FrontPage(CurrentUser user) {
        super("front");
        this.user = user;
        if (user.isSignedIn()) {
            add(new Notice(Notice.Tone.PLAIN, words.say("front.no-pages"), words.say("front.no-pages.text")));
            return;
        }
        var hero = new Div(
                new H1(words.say("front.question")),
                lead(words.say("front.answer")),
                Links.signIn(words.say("shell.sign-in")));
        hero.addClassName("hero");
        var points = new Div(point("see"), point("get"), point("delete"));
        points.addClassName("doors");
        add(hero, points, new Paragraph(new Anchor("identity", words.say("front.identity"))));
    }

    private Div point(String name) {
        var point = new Div(new H2(words.say("front." + name)), new Paragraph(words.say("front." + name + ".text")));
        point.addClassName("card");
        return point;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (user.isSignedIn()) {
            MenuConfiguration.getMenuEntries().stream()
                    .findFirst()
                    .ifPresent(first -> event.forwardTo(first.menuClass()));
        }
    }
}
