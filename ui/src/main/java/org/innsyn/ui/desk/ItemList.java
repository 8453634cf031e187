package org.innsyn.ui.desk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.ui.hold.HoldLinks;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** The items as they stand, for whoever cannot change them now. */
final class ItemList extends UnorderedList {

    private final Words words;
    private final Moments moments;
    private final RequestWords requestWords;

    ItemList(List<RequestItem> items, Words words, Moments moments) {
        this.words = words;
        this.moments = moments;
        this.requestWords = new RequestWords(words, moments);
        addClassName("case-items");
        items.stream().map(this::line).forEach(this::add);
    }

    private ListItem line(RequestItem item) {
        var state = new Span(requestWords.itemState(item.state()));
        state.addClassNames("badge", item.state() == ItemState.FAILED ? "badge-broken" : "badge-quiet");
        var top = new Div(new H3(requestWords.item(item)), state);
        top.addClassName("card-top");
        var line = new ListItem(top, new Paragraph(words.say("case.item",
                item.found(), requestWords.outcome(item.proposal(), item))));
        requestWords.uncounted(item).map(ItemList::small).ifPresent(line::add);
        if (item.byHand() && item.state() == ItemState.RUNNING) {
            line.add(new Anchor("tasks", words.say("task.waits")));
        }
        requestWords.held(item).map(Paragraph::new).ifPresent(line::add);
        line.add(new HoldLinks(item, words));
        if (item.ground() != null || item.groundText() != null) {
            line.add(small(words.say("case.ground", requestWords.ground(item))));
        }
        if (item.keptUntil() != null) {
            line.add(small(words.say("case.kept-until", moments.date(item.keptUntil()))));
        }
        if (!item.affected().isEmpty()) {
            line.add(small(words.say("case.affected", requestWords.affected(item))));
        }
        if (item.readBackAt() != null) {
            line.add(small(words.say("my-request.read-back", moments.timeAndDay(item.readBackAt()))));
        }
        if (item.statement() != null) {
            line.add(small(words.say("by-hand.said", item.statement())));
        }
        if (item.problem() != null) {
            var problem = new Paragraph(item.problem());
            problem.getElement().setAttribute("lang", "en");
            line.add(problem);
        }
        return line;
    }

    private static Paragraph small(String text) {
        var small = new Paragraph(text);
        small.addClassName("small");
        return small;
    }
}
