package org.innsyn.ui.request;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.innsyn.schemas.request.RequestView.HistoryLine;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** What has happened to a request, oldest first. */
public final class TimeLine extends OrderedList {

    public TimeLine(List<HistoryLine> history, Words words, Moments moments) {
        addClassName("timeline");
        var requestWords = new RequestWords(words, moments);
        for (var line : history) {
            add(item(line, requestWords, moments));
        }
    }

    private static ListItem item(HistoryLine line, RequestWords words, Moments moments) {
        var when = new Span(moments.timeAndDay(line.at()));
        when.addClassName("timeline-when");
        when.setTitle(moments.exact(line.at()));
        var what = new Div(new Span(words.event(line.event(), line.role())), when);
        if (line.note() != null && !line.note().isBlank()) {
            var note = new Paragraph(line.note());
            note.addClassName("note");
            what.add(note);
        }
        return new ListItem(what);
    }
}
