package org.innsyn.ui.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.innsyn.schemas.request.OpenPoint;
import org.innsyn.schemas.request.RequestPage.Summary;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.request.StateBadge;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** Requests one under the other, each a link, with what it waits for. Names nobody. */
final class RequestLines extends UnorderedList {

    private final Words words;
    private final Moments moments;
    private final RequestWords requestWords;

    private RequestLines(Words words, Moments moments) {
        this.words = words;
        this.moments = moments;
        this.requestWords = new RequestWords(words, moments);
        addClassName("request-lines");
    }

    /** Those that are open. */
    static RequestLines open(List<DayWork.Line> lines, Words words, Moments moments) {
        var list = new RequestLines(words, moments);
        lines.forEach(line -> list.add(list.line(line.request(), list.clock(line.request()), list.errands(line))));
        return list;
    }

    /** Those that are over. */
    static RequestLines finished(List<Summary> closed, Words words, Moments moments) {
        var list = new RequestLines(words, moments);
        closed.forEach(request -> {
            var letter = request.open().contains(OpenPoint.LETTER) ? " " + words.say("today.errand.tell") : "";
            list.add(list.line(request, new StateBadge(request.state(), list.requestWords), words.say("today.finished-at", moments.timeAndDay(request.closedAt())) + letter));
        });
        return list;
    }

    private ListItem line(Summary request, Span badge, String text) {
        var top = new Div(badge, new Anchor("desk/" + request.id(), requestWords.rightOfSomebody(request.right()) + " " + request.reference()));
        top.addClassName("request-line");
        return new ListItem(top, new Paragraph(text));
    }

    private Span clock(Summary request) {
        var clock = new Span(moments.daysLeft(request.daysLeft()));
        clock.addClassNames("badge", request.daysLeft() < 0 ? "badge-broken" : request.daysLeft() <= Attention.SOON_DAYS ? "badge-needs-you" : "badge-quiet");
        return clock;
    }

    private String errands(DayWork.Line line) {
        return line.errands().stream()
                .map(errand -> words.say("today.errand." + Words.name(errand), moments.date(line.request().limit())))
                .collect(Collectors.joining(" "));
    }
}
