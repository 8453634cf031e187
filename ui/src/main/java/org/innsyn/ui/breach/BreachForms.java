package org.innsyn.ui.breach;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.innsyn.schemas.oversight.BreachKind;
import org.innsyn.schemas.oversight.BreachView;
import org.innsyn.schemas.oversight.BreachesApi;
import org.innsyn.schemas.oversight.BreachesApi.Decide;
import org.innsyn.schemas.oversight.BreachesApi.Move;
import org.innsyn.schemas.oversight.BreachesApi.State;
import org.innsyn.ui.deed.DeedForm;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** What can be put on record now. */
final class BreachForms extends Div {

    /** The categories people here have words for, as the access control table names them. */
    private static final List<String> CATEGORIES = List.of("contact-details", "billing", "subscription", "support", "domain", "mail-settings", "mail", "contacts", "calendar", "access-log");

    private final BreachView breach;
    private final BreachesApi breaches;
    private final Sending sending;
    private final Drafts drafts;
    private final Words words;
    private final Moments moments;

    /** Has a command sent; what was typed for it is forgotten once it is carried out. */
    interface Sending {
        void send(String deed, Supplier<BreachView> command);
    }

    BreachForms(BreachView breach, BreachesApi breaches, Sending sending, Drafts drafts, Words words, Moments moments) {
        this.breach = breach;
        this.breaches = breaches;
        this.sending = sending;
        this.drafts = drafts;
        this.words = words;
        this.moments = moments;
        addClassName("deeds");
        add(new H2(words.say("breach.forms")));
        if (breach.closedAt() != null) {
            add(move("breach-reopen", () -> breaches.reopen(breach.id(), new Move(breach.version()))));
            return;
        }
        add(facts(), decision("breach-authority", decide -> breaches.decideAuthority(breach.id(), decide)),
                decision("breach-persons", decide -> breaches.decidePersons(breach.id(), decide)));
        if (breach.facts() != null && breach.authority() != null && breach.persons() != null) {
            add(move("breach-close", () -> breaches.close(breach.id(), new Move(breach.version()))));
        }
    }

    private DeedForm facts() {
        var form = form("breach-facts");
        var known = breach.facts();
        var what = form.text("what", DeedForm.SHORTEST_TEXT);
        var kinds = form.several("kinds", List.of(BreachKind.values()), kind -> words.say("breach-kind." + Words.name(kind)), 1);
        var categories = form.several("categories", CATEGORIES, each -> words.sayOr("category." + each, "category-unknown", each), 0);
        var people = form.number("people");
        var records = form.number("records");
        var happened = form.moment("happened", known == null || known.happenedAt() == null ? breach.awareAt() : known.happenedAt());
        var consequences = form.text("consequences", DeedForm.SHORTEST_TEXT);
        var measures = form.text("measures", DeedForm.SHORTEST_TEXT);
        if (known != null && !drafts.has("breach-facts.")) {
            what.setValue(orEmpty(known.what()));
            kinds.setValue(Set.copyOf(known.kinds()));
            categories.setValue(Set.copyOf(known.categories()));
            people.setValue(Long.toString(known.people()));
            records.setValue(Long.toString(known.records()));
            consequences.setValue(orEmpty(known.consequences()));
            measures.setValue(orEmpty(known.measures()));
        }
        return form.does(() -> sending.send("breach-facts", () -> breaches.state(breach.id(), new State(breach.version(), form.at(happened), List.copyOf(kinds.getValue()),
                List.copyOf(categories.getValue()), Long.parseLong(people.getValue()), Long.parseLong(records.getValue()), what.getValue().strip(),
                consequences.getValue().strip(), measures.getValue().strip()))));
    }

    private DeedForm decision(String name, Function<Decide, BreachView> command) {
        var form = form(name);
        var told = form.choice("told", List.of(true, false), each -> words.say("deed." + name + (each ? ".yes" : ".no")));
        var at = form.moment("at", Instant.now());
        var reason = form.text("reason", 0);
        at.setVisible(Boolean.TRUE.equals(told.getValue()));
        told.addValueChangeListener(change -> at.setVisible(Boolean.TRUE.equals(change.getValue())));
        form.needs(() -> !Boolean.FALSE.equals(told.getValue()) || reason.getValue().strip().length() >= DeedForm.SHORTEST_TEXT);
        return form.does(() -> sending.send(name, () -> command.apply(new Decide(breach.version(), told.getValue(), told.getValue() ? form.at(at) : null,
                reason.isEmpty() ? null : reason.getValue().strip()))));
    }

    private DeedForm move(String name, Supplier<BreachView> command) {
        return form(name).does(() -> sending.send(name, command));
    }

    private DeedForm form(String name) {
        return new DeedForm(name, drafts, words, moments);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
