package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** What became of each part of a request, in a sentence each. */
final class Outcomes extends UnorderedList {

    /** What a system answered is passed on as it is. */
    private static final String ENGLISH = "en";

    private final Words words;
    private final Moments moments;
    private final RequestWords requestWords;

    Outcomes(List<RequestItem> items, Words words, Moments moments) {
        this.words = words;
        this.moments = moments;
        this.requestWords = new RequestWords(words, moments);
        addClassName("items");
        items.stream().map(this::line).forEach(this::add);
    }

    private ListItem line(RequestItem item) {
        var line = new ListItem(new Span(requestWords.became(item)));
        line.addClassName("item-" + Words.name(item.state()));
        if (item.problem() != null) {
            line.add(checked(item.problem(), ENGLISH));
        }
        boolean changes = item.proposal() == Outcome.ERASE || item.proposal() == Outcome.KEEP;
        if (changes && item.readBackAt() != null) {
            line.add(checked(words.say("my-request.read-back", moments.timeAndDay(item.readBackAt())), language()));
        }
        requestWords.gone(item).ifPresent(said -> line.add(checked(said, language())));
        return line;
    }

    private String language() {
        return words.locale().toLanguageTag();
    }

    private static Span checked(String text, String language) {
        var checked = new Span(text);
        checked.addClassName("item-checked");
        checked.getElement().setAttribute("lang", language);
        return checked;
    }
}
