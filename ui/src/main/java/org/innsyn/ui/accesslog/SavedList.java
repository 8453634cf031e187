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
import java.util.function.Supplier;
import org.innsyn.ui.words.Words;

/** The searches kept under a name, and a place to keep the one that is set now. */
final class SavedList extends Details {

    private static final int LONGEST_NAME = 60;

    private final SavedSearches saved;
    private final Words words;
    private final UnorderedList list = new UnorderedList();

    /** @param now what is set in the filters */
    SavedList(SavedSearches saved, Supplier<Search> now, Words words) {
        this.saved = saved;
        this.words = words;
        list.addClassName("saved");
        var name = new TextField(words.say("saved.name"));
        name.setMaxLength(LONGEST_NAME);
        var keep = new Button(words.say("saved.keep"), click -> {
            if (!name.getValue().isBlank()) {
                saved.save(name.getValue().strip(), now.get());
                name.clear();
                show();
            }
        });
        var form = new Div(name, keep);
        form.addClassName("filters");
        var hint = new Paragraph(words.say("saved.hint"));
        hint.addClassName("small");
        add(list, form, hint);
        show();
    }

    private void show() {
        setSummaryText(words.say("saved.title", saved.named().size()));
        list.removeAll();
        saved.named().forEach(each -> {
            var forget = new Button(words.say("saved.forget"), click -> {
                saved.forget(each.id());
                show();
            });
            forget.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            forget.setAriaLabel(words.say("saved.forget.which", each.name()));
            list.add(new ListItem(new Anchor("access-log/" + each.id(), each.name()), forget));
        });
    }
}
