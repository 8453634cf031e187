package org.innsyn.ui.request;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import org.innsyn.schemas.request.RequestView.HistoryLine;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** What has happened to a request, oldest first. */
public final class TimeLine extends OrderedList {

    private static final String SUBJECT = "subject";
    private static final String OWN = "own";
    /** Their notes are an item's key and counts, for programs; people read them part by part. */
    private static final Set<String> COUNTED = Set.of("ItemUnrestricted", "ItemErasedAgain");

    private TimeLine(List<HistoryLine> history, String subject, RequestWords words, Moments moments) {
        addClassName("timeline");
        Repeated.of(history).stream().map(line -> item(line, subject, words, moments)).forEach(this::add);
    }

    /** For the person who made the request: what they did is said as "you". */
    public static TimeLine forItsSubject(List<HistoryLine> history, Words words, Moments moments) {
        return new TimeLine(history, OWN, new RequestWords(words, moments), moments);
    }

    public static TimeLine forStaff(List<HistoryLine> history, Words words, Moments moments) {
        return new TimeLine(history, SUBJECT, new RequestWords(words, moments), moments);
    }

    private static ListItem item(Repeated repeated, String subject, RequestWords words, Moments moments) {
        var line = repeated.last();
        var role = line.role().equals(SUBJECT) ? subject : line.role();
        var when = new Span(moments.timeAndDay(line.at()));
        when.addClassName("timeline-when");
        when.setTitle(moments.exact(line.at()));
        var what = new Div(new Span(subject.equals(OWN) ? words.eventToYou(line.event(), role, repeated.times()) : words.event(line.event(), role, repeated.times())), when);
        if (line.note() != null && !line.note().isBlank() && !COUNTED.contains(line.event())) {
            var note = new Paragraph(line.note());
            note.addClassName("note");
            what.add(note);
        }
        return new ListItem(what);
    }
}
