package org.innsyn.ui.breach;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.innsyn.schemas.oversight.BreachView;
import org.innsyn.schemas.oversight.BreachesApi;
import org.innsyn.schemas.oversight.BreachesApi.Open;
import org.innsyn.ui.deed.DeedForm;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.Roles;

/** All breaches on record, the open ones with what is left of their 72 hours first. */
@Route("breaches")
@Menu(title = "nav.breaches", order = 3.8)
@RolesAllowed({Roles.DPO, Roles.CONTROLLER})
public class BreachesPage extends Page {

    private final BreachesApi breaches;
    private final Div list = new Div();
    private final Div told = new Div();

    BreachesPage(BreachesApi breaches) {
        super("breaches");
        this.breaches = breaches;
        list.addClassName("cards");
        add(heading(), lead(words.say("breaches.lead")), list, form(), told);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            load(list, breaches::all, this::show);
        }
    }

    private void show(List<BreachView> all) {
        if (all.isEmpty()) {
            list.add(new Notice(Notice.Tone.PLAIN, words.say("breaches.none"), words.say("breaches.none.text")));
        }
        all.stream().filter(breach -> breach.closedAt() == null).map(this::card).forEach(list::add);
        all.stream().filter(breach -> breach.closedAt() != null).map(this::card).forEach(list::add);
    }

    private Anchor card(BreachView breach) {
        var card = new Anchor("breaches/" + breach.id(), "");
        card.addClassName("card");
        var top = new Div(new H2(words.say("breach.known", moments.timeAndDay(breach.awareAt()))), new BreachClock(breach, Instant.now(), words, moments));
        top.addClassName("card-top");
        card.add(top, new Paragraph(words.say(breach.closedAt() != null ? "breach.closed" : breach.facts() == null ? "breach.no-facts" : "breach.open")),
                new Paragraph(words.say(breach.finding() == null ? "breach.by-somebody" : "breach.by-finding")));
        return card;
    }

    private DeedForm form() {
        var form = new DeedForm("breach-open", new Drafts(), words, moments);
        var what = form.text("what", DeedForm.SHORTEST_TEXT);
        var aware = form.moment("aware", Instant.now());
        return form.does(() -> act(told, () -> breaches.open(new Open(form.at(aware), what.getValue().strip())),
                breach -> getUI().ifPresent(ui -> ui.navigate(BreachPage.class, new RouteParam(BreachPage.ID, breach.id().toString()))), told::removeAll));
    }
}
