package org.innsyn.ui.names;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.Supplier;
import org.innsyn.schemas.oversight.NameView;
import org.innsyn.schemas.oversight.NamesApi;
import org.innsyn.schemas.oversight.NamesApi.Say;
import org.innsyn.ui.deed.DeedForm;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.signin.Roles;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** Questions for names: the officer is heard, the controller decides, each in view of the other's reasons. */
@Route("names")
@Menu(title = "nav.names", order = 3.9)
@RolesAllowed({Roles.DPO, Roles.CONTROLLER})
public class NamesPage extends Page {

    private final NamesApi names;
    private final CurrentUser user;
    private final Drafts drafts = new Drafts();
    private final Div told = new Div();
    private final Div list = new Div();

    NamesPage(NamesApi names, CurrentUser user) {
        super("names");
        this.names = names;
        this.user = user;
        told.getElement().setAttribute("aria-live", "polite");
        list.addClassName("cards");
        add(heading(), lead(words.say("names.lead")), told, list);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            reload();
        }
    }

    private void reload() {
        told.removeAll();
        load(list, names::all, this::show);
    }

    private void show(List<NameView> all) {
        list.removeAll();
        if (all.isEmpty()) {
            list.add(new Notice(Notice.Tone.PLAIN, words.say("names.none"), words.say("names.none.text")));
        }
        all.stream().map(this::card).forEach(list::add);
    }

    private Div card(NameView name) {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "who", (name.actor() == null ? words.say("findings.somebody") : Words.quoted(name.actor()))
                + (name.access() == null || name.access().unit() == null ? "" : ", " + name.access().unit()));
        var access = name.access();
        fact(facts, "access", access == null ? null : words.say("names.access.text", moments.timeAndDay(access.occurredAt()),
                words.say("operation." + Words.name(access.operation())), access.object(), access.purpose()));
        fact(facts, "question", name.question() == null ? words.say("names.by-finding") : name.question());
        fact(facts, "advice", name.adviceToTell() == null ? words.say("names.unheard") : words.say(name.adviceToTell() ? "names.tell" : "names.keep") + " " + orEmpty(name.advice()));
        fact(facts, "decision", name.told() == null ? words.say("breach.undecided") : words.say(name.told() ? "names.tell" : "names.keep") + " " + orEmpty(name.reasons()));
        var card = new Div(new H2(words.say("names.asked", moments.timeAndDay(name.askedAt()))), facts);
        card.addClassName("card");
        boolean over = Boolean.TRUE.equals(name.told());
        if (!over && user.has(Roles.DPO)) {
            card.add(form("name-advice", name, say -> names.advise(name.entry(), say)));
        }
        if (!over && user.has(Roles.CONTROLLER) && name.adviceToTell() != null) {
            card.add(form("name-decision", name, say -> names.decide(name.entry(), say)));
        }
        return card;
    }

    private interface Saying {
        NameView say(Say say);
    }

    private DeedForm form(String deed, NameView name, Saying saying) {
        var form = new DeedForm(deed, drafts, name.entry().toString(), words, moments);
        var tell = form.choice("tell", List.of(true, false), each -> words.say(each ? "names.tell" : "names.keep"));
        var why = form.text("why", DeedForm.SHORTEST_TEXT);
        return form.does(() -> send(deed + name.entry(), () -> saying.say(new Say(name.version(), tell.getValue(), why.getValue().strip()))));
    }

    private void send(String draft, Supplier<NameView> command) {
        act(told, command, now -> {
            drafts.forget(draft);
            reload();
        }, this::reload);
    }

    private void fact(DescriptionList facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            var description = new DescriptionList.Description(value);
            description.addClassName("written");
            facts.add(new DescriptionList.Term(words.say("names." + name)), description);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
