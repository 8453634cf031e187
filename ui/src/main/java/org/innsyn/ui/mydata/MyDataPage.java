package org.innsyn.ui.mydata;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;
import org.innsyn.schemas.request.HeldData;
import org.innsyn.schemas.request.HeldDataApi;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.Roles;

/** What the company holds about the person who reads it, counted in its systems at that moment. */
@Route("my-data")
@Menu(title = "nav.my-data", order = 2.5)
@RolesAllowed(Roles.SUBJECT)
public class MyDataPage extends Page {

    private static final List<String> RIGHTS = List.of("copy", "portability", "rectification", "restriction", "objection", "consent-withdrawal", "human-review", "erasure");

    private final HeldDataApi held;
    private final RequestWords requestWords = new RequestWords(words, moments);
    private final Div place = new Div();

    MyDataPage(HeldDataApi held) {
        super("my-data");
        this.held = held;
        place.addClassName("held");
        add(heading(), lead(words.say("my-data.lead")), place, new H2(words.say("my-data.rights")), rights());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            load(place, held::mine, this::show);
        }
    }

    private void show(HeldData data) {
        var there = data.items().stream().filter(item -> item.found() > 0).toList();
        if (there.isEmpty() && data.silent().isEmpty()) {
            place.add(new Notice(Notice.Tone.PLAIN, words.say("my-data.none"), words.say("my-data.none.text")));
        }
        var cards = new Div();
        cards.addClassName("held-cards");
        there.stream().map(item -> new HeldCard(item, requestWords, words, moments)).forEach(cards::add);
        place.add(cards);
        var nothing = data.items().stream().filter(item -> item.found() == 0).map(item -> requestWords.item(item.key(), item.category(), item.system())).collect(Collectors.joining(", "));
        if (!nothing.isEmpty()) {
            place.add(new Paragraph(words.say("my-data.nothing", nothing)));
        }
        if (!data.silent().isEmpty()) {
            var systems = data.silent().stream().map(system -> words.sayOr("system." + system, "item-unknown", system)).collect(Collectors.joining(", "));
            place.add(new Notice(Notice.Tone.NEEDS_YOU, words.say("my-data.silent"), words.say("my-data.silent.text", systems)));
        }
    }

    private Nav rights() {
        var rights = new Nav();
        rights.setAriaLabel(words.say("my-data.rights"));
        rights.addClassName("rights");
        RIGHTS.forEach(wish -> rights.add(new Anchor("requests/new/" + wish, words.say("new-request." + wish))));
        return rights;
    }
}
