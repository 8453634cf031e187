package org.innsyn.ui.breach;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.innsyn.schemas.oversight.BreachView;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** What happened to the record, oldest first: what was said earlier is not lost when it is said better. */
final class BreachStory extends OrderedList {

    BreachStory(BreachView breach, Words words, Moments moments) {
        addClassName("timeline");
        breach.history().stream().map(line -> item(line, words, moments)).forEach(this::add);
    }

    private static ListItem item(BreachView.Line line, Words words, Moments moments) {
        var when = new Span(moments.timeAndDay(line.at()));
        when.addClassName("timeline-when");
        when.setTitle(moments.exact(line.at()));
        var who = words.sayOr("history.role." + line.role(), "history.role-unknown", line.role());
        var what = new Div(new Span(words.sayOr("breach.event." + line.event(), "history-unknown", who, line.event())), when);
        if (line.note() != null) {
            var note = new Paragraph(line.note());
            note.addClassName("note");
            what.add(note);
        }
        return new ListItem(what);
    }
}
