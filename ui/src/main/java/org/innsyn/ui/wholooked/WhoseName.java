package org.innsyn.ui.wholooked;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.function.Supplier;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.oversight.NameView;
import org.innsyn.schemas.oversight.NamesApi;
import org.innsyn.schemas.oversight.NamesApi.Ask;
import org.innsyn.ui.deed.DeedForm;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** The name behind an entry: why it is not shown, how to ask for it, and what became of that (CJEU C-579/21). */
final class WhoseName extends Div {

    private final AccessEntry entry;
    private final NamesApi names;
    private final Words words;
    private final Moments moments;

    WhoseName(AccessEntry entry, NamesApi names, Words words, Moments moments) {
        this.entry = entry;
        this.names = names;
        this.words = words;
        this.moments = moments;
        addClassName("check-yourself");
        add(new H3(words.say("name.title")), new Paragraph(words.say("name.text")));
        var look = new Button(words.say("name.open"), click -> show(this::known));
        add(look);
    }

    private Optional<NameView> known() {
        return names.mine().stream().filter(name -> name.entry().equals(entry.id())).findFirst();
    }

    private void show(Supplier<Optional<NameView>> question) {
        removeAll();
        add(new H3(words.say("name.title")));
        try {
            question.get().ifPresentOrElse(this::tell, this::form);
        } catch (ServiceProblem e) {
            add(Notice.of(e, words, () -> show(this::known)));
        }
    }

    private void tell(NameView name) {
        if (name.told() == null) {
            add(new Paragraph(words.say(name.finding() ? "name.opened" : "name.asked", moments.timeAndDay(name.askedAt()))));
            return;
        }
        add(new Paragraph(words.say(name.told() ? "name.told" : "name.not-told", name.actor() == null ? "" : Words.quoted(name.actor()), moments.timeAndDay(name.decidedAt()))));
        if (name.reasons() != null) {
            var reasons = new Paragraph(name.reasons());
            reasons.addClassName("note");
            add(reasons);
        }
        if (!name.told()) {
            add(new Paragraph(words.say("name.complain")));
        }
    }

    private void form() {
        var form = new DeedForm("ask-name", new Drafts(), words, moments);
        var why = form.text("why", DeedForm.SHORTEST_TEXT);
        add(form.does(() -> show(() -> Optional.of(names.ask(new Ask(entry.id(), why.getValue().strip()))))).asMainAction());
    }
}
