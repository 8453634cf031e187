package org.innsyn.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import org.innsyn.schemas.request.RequestPage.Summary;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** Requests in a column for each state, the most urgent on top. Each card is a link, so that all of it is reached by keyboard. */
final class Board extends Div {

    /** In the order in which requests go through them; what is over shares the last. */
    private static final List<RequestState> COLUMNS = List.of(
            RequestState.SUBMITTED, RequestState.ASSESSED, RequestState.PREPARED, RequestState.IN_PROGRESS, RequestState.PARTLY_DONE);

    Board(List<Summary> requests, Function<Summary, Span> clock, Words words, Moments moments) {
        addClassName("board");
        var requestWords = new RequestWords(words, moments);
        for (var state : COLUMNS) {
            var column = requests.stream().filter(request -> request.state() == state).toList();
            // Trouble shows where there is some; the way of every request always.
            if (!column.isEmpty() || state != RequestState.PARTLY_DONE) {
                add(column(requestWords.state(state), column, clock, requestWords, words));
            }
        }
        add(column(words.say("desk.over"), requests.stream().filter(request -> request.state().isClosed()).toList(), clock, requestWords, words));
    }

    private static Section column(String name, List<Summary> requests, Function<Summary, Span> clock, RequestWords requestWords, Words words) {
        var column = new Section(new H2(words.say("filter.counted", name, requests.size())));
        column.addClassName("board-column");
        if (requests.isEmpty()) {
            var none = new Paragraph(words.say("desk.column-empty"));
            none.addClassName("small");
            column.add(none);
        }
        requests.stream().map(request -> card(request, clock, requestWords)).forEach(column::add);
        return column;
    }

    private static Component card(Summary request, Function<Summary, Span> clock, RequestWords requestWords) {
        var reference = new Span(request.reference());
        reference.addClassName("reference");
        var over = request.state().isClosed() ? new Span(requestWords.state(request.state())) : clock.apply(request);
        var card = new Anchor("desk/" + request.id(), new Span(requestWords.rightOfSomebody(request.right())), over, reference);
        card.addClassNames("card", "board-card");
        return card;
    }
}
