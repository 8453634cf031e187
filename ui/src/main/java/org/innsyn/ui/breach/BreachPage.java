package org.innsyn.ui.breach;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.innsyn.schemas.oversight.BreachView;
import org.innsyn.schemas.oversight.BreachesApi;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.Roles;
import org.jspecify.annotations.Nullable;

/** One breach: the clock, what is known, whom it was told, and its story. What was typed stays when somebody else was faster. */
@Route("breaches/:" + BreachPage.ID)
@RolesAllowed({Roles.DPO, Roles.CONTROLLER})
public class BreachPage extends Page implements BeforeEnterObserver {

    static final String ID = "breach";

    private final BreachesApi breaches;
    private final Drafts drafts = new Drafts();
    private final Div told = new Div();
    private final Div place = new Div();
    private @Nullable UUID id;

    BreachPage(BreachesApi breaches) {
        super("breach");
        this.breaches = breaches;
        var back = new Anchor("breaches", words.say("breach.back"));
        back.addClassName("plain-link");
        told.getElement().setAttribute("aria-live", "polite");
        place.addClassName("breach");
        add(back, place, told);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = idIn(event, ID);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            reload();
        }
    }

    private void reload() {
        told.removeAll();
        load(place, () -> breaches.find(id), this::show);
    }

    private void show(BreachView breach) {
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

    private void send(String draft, Supplier<BreachView> command) {
        act(told, command, now -> {
            drafts.forget(draft + ".");
            show(now);
        }, this::reload);
    }
}
