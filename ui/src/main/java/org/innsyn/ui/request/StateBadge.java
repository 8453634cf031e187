package org.innsyn.ui.request;

import com.vaadin.flow.component.html.Span;
import org.innsyn.schemas.request.RequestState;

/** A request's state as a word with a colour; the word alone says it. */
public final class StateBadge extends Span {

    public StateBadge(RequestState state, RequestWords requestWords) {
        super(requestWords.state(state));
        addClassNames("badge", switch (state) {
            case DONE -> "badge-done";
            case PARTLY_DONE -> "badge-broken";
            case REFUSED, WITHDRAWN -> "badge-quiet";
            case SUBMITTED, ASSESSED, PREPARED, IN_PROGRESS -> "badge-moving";
        });
    }
}
