package org.innsyn.ui.breach;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.UUID;
import org.innsyn.schemas.oversight.BreachView;
import org.innsyn.schemas.oversight.BreachesApi;
import org.innsyn.ui.shell.PageOfOne;
import org.innsyn.ui.signin.Roles;

/** One breach: the clock, what is known, whom it was told, and its story. What was typed stays when somebody else was faster. */
@Route("breaches/:" + BreachPage.ID)
@RolesAllowed({Roles.DPO, Roles.CONTROLLER})
public class BreachPage extends PageOfOne<BreachView> {

    static final String ID = "breach";

    private final BreachesApi breaches;

    BreachPage(BreachesApi breaches) {
        super("breach", ID, "breaches");
        this.breaches = breaches;
        place.addClassName("breach");
    }

    @Override
    protected BreachView read(UUID id) {
        return breaches.find(id);
    }

    @Override
    protected void show(BreachView breach) {
        place.removeAll();
        var clock = new BreachClock(breach, Instant.now(), words, moments);
        var title = new Div(new H1(words.say("breach.known", moments.timeAndDay(breach.awareAt()))), clock);
        title.addClassName("case-title");
        var left = new Section(new BreachFacts(breach, words, moments), new BreachForms(breach, breaches, this::send, drafts, words, moments));
        var story = new Section(new H2(words.say("case.history")), new BreachStory(breach, words, moments));
        var columns = new Div(left, story);
        columns.addClassName("breach-columns");
        place.add(title, lead(words.say("breach.clock", moments.timeAndDay(breach.notifyBy()))), columns);
    }
}
