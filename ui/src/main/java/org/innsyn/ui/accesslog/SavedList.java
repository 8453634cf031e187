package org.innsyn.ui.accesslog;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Supplier;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.words.Words;

/** The searches kept under a name, and a place to keep the one that is set now. */
final class SavedList extends Details {

    private static final int LONGEST_NAME = 60;

    private final SavedSearches saved;
    private final Words words;
    private final UnorderedList list = new UnorderedList();
    private final Div told = new Div();

    /** @param now what is set in the filters */
    SavedList(SavedSearches saved, Supplier<Search> now, Words words) {
        this.saved = saved;
        this.words = words;
        list.addClassName("saved");
        var name = new TextField(words.say("saved.name"));
        name.setMaxLength(LONGEST_NAME);
        var keep = new Button(words.say("saved.keep"), click -> {
            if (!name.getValue().isBlank()) {
                asked(() -> {
                    saved.keep(name.getValue().strip(), now.get());
                    name.clear();
                });
            }
        });
        var form = new Div(name, keep);
        form.addClassName("filters");
        var hint = new Paragraph(words.say("saved.hint"));
        hint.addClassName("small");
        add(list, told, form, hint);
        setSummaryText(words.say("saved.title.closed"));
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                asked(() -> {});
            }
        });
    }

    /** Does something and shows what there is then; a service that is away is told here and keeps nobody from searching. */
    private void asked(Runnable action) {
        told.removeAll();
        try {
            action.run();
            show(saved.named());
        } catch (ServiceProblem e) {
            told.add(Notice.of(e, words, () -> asked(() -> {})));
        }
    }

    private void show(List<SavedSearches.Saved> named) {
        setSummaryText(words.say("saved.title", named.size()));
        list.removeAll();
        named.forEach(each -> {
            var forget = new Button(words.say("saved.forget"), click -> asked(() -> saved.forget(each.id())));
            forget.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            forget.setAriaLabel(words.say("saved.forget.which", each.name()));
            list.add(new ListItem(new Anchor("access-log/" + each.id(), each.name()), forget));
        });
    }
}
