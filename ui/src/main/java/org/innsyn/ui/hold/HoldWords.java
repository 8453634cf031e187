package org.innsyn.ui.hold;

import com.vaadin.flow.component.html.Span;
import org.innsyn.schemas.hold.HoldView;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** How a hold is said. None of it names anybody. */
final class HoldWords {

    private final Words words;
    private final Moments moments;

    HoldWords(Words words, Moments moments) {
        this.words = words;
        this.moments = moments;
    }

    /** "Invoices of one person", "billing of everybody in the customer database" */
    String what(HoldView hold) {
        if (hold.item() == null) {
            return words.say("hold.everybody", words.sayOr("category." + hold.category(), "category-unknown", hold.category()), system(hold.system()));
        }
        return hold.item().contains("/") || words.knows("item." + hold.item())
                ? words.say("hold.person", words.sayOr("item." + hold.item(), "item-unknown", hold.item()))
                : words.say("hold.person.system", system(hold.item()));
    }

    private String system(String system) {
        return words.sayOr("system." + system, "system-unknown", system);
    }

    /** The ground in the reader's language where we have words for it, else as the service says it. */
    String ground(HoldView hold) {
        return new RequestWords(words, moments).groundOr(hold.ground(), hold.groundText());
    }

    /** Released, to be reviewed, or standing. */
    Span state(HoldView hold) {
        boolean released = hold.releasedAt() != null;
        var state = new Span(words.say(released ? "hold.released" : hold.reviewDue() ? "hold.review-due" : "hold.stands"));
        state.addClassNames("badge", released ? "badge-quiet" : hold.reviewDue() ? "badge-needs-you" : "badge-moving");
        return state;
    }

    /** When somebody looks at it next, or that nobody does any more. */
    String review(HoldView hold) {
        return hold.releasedAt() != null
                ? words.say("hold.released-at", moments.timeAndDay(hold.releasedAt()))
                : words.say(hold.reviewDue() ? "hold.review-was" : "hold.review-on", moments.date(hold.reviewOn()));
    }
}
