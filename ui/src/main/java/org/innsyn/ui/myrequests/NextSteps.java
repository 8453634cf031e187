package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** Where an open request stands on its way, and the dates that are still to come. */
final class NextSteps extends OrderedList {

    private static final List<RequestState> WAY = List.of(RequestState.SUBMITTED, RequestState.ASSESSED, RequestState.PREPARED, RequestState.IN_PROGRESS, RequestState.DONE);

    private final Words words;

    NextSteps(RequestView request, Words words, Moments moments) {
        this.words = words;
        addClassName("way");
        int now = WAY.indexOf(request.state() == RequestState.PARTLY_DONE ? RequestState.IN_PROGRESS : request.state());
        for (int step = 0; step < WAY.size(); step++) {
            add(step(WAY.get(step), step - now, request.right()));
        }
        dates(request, moments).forEach(line -> add(date(line)));
    }

    /** @param ahead below 0: behind us; 0: now */
    private ListItem step(RequestState state, int ahead, Right right) {
        var name = "way." + Words.name(state);
        var step = new ListItem(new Span(words.sayOr(name + "." + Words.name(right), name)));
        step.addClassName(ahead < 0 ? "way-behind" : ahead == 0 ? "way-now" : "way-ahead");
        if (ahead == 0) {
            step.getElement().setAttribute("aria-current", "step");
        }
        return step;
    }

    private List<String> dates(RequestView request, Moments moments) {
        var due = request.due();
        var dates = new ArrayList<String>();
        if (!due.target().isBefore(moments.today())) {
            dates.add(words.say("way.target", moments.date(due.target())));
        }
        if (due.extended() && due.firstLimit() != null) {
            dates.add(words.say("way.extended", moments.date(due.firstLimit()), moments.date(due.limit())));
        }
        if (due.standsStillSince() != null) {
            dates.add(words.say("way.stands-still", moments.date(moments.day(due.standsStillSince()))));
        }
        if (request.legal().overdue()) {
            dates.add(words.say("way.overdue"));
        }
        return dates;
    }

    private static ListItem date(String said) {
        var line = new ListItem(new Span(said));
        line.addClassName("way-date");
        return line;
    }
}
