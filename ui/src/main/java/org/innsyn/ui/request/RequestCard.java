package org.innsyn.ui.request;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** One request in a customer's list: what, where it stands, and the next date. */
public final class RequestCard extends Anchor {

    public RequestCard(RequestView request, Words words, Moments moments) {
        super("requests/" + request.id(), "");
        addClassNames("card", "request-card");
        var requestWords = new RequestWords(words, moments);
        var reference = new Span(request.reference());
        reference.addClassName("reference");
        var top = new Div(new H3(requestWords.right(request.right())), new StateBadge(request.state(), requestWords));
        top.addClassName("card-top");
        add(top, new Paragraph(next(request, words, moments, requestWords)), reference);
    }

    private static String next(RequestView request, Words words, Moments moments, RequestWords requestWords) {
        if (request.download() != null) {
            return words.say("card.download", moments.date(moments.day(request.download().expiresAt())));
        }
        return request.state().isClosed()
                ? requestWords.stateSentence(request.state(), request.right())
                : words.say("card.due", moments.date(request.due().limit()));
    }
}
