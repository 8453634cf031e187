package org.innsyn.ui.breach;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import org.innsyn.schemas.oversight.BreachView;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** How much of the 72 hours is left, or what came of them. */
public final class BreachClock extends Span {

    private static final Duration SOON = Duration.ofHours(24);

    public BreachClock(BreachView breach, Instant now, Words words, Moments moments) {
        var said = said(breach, now, words, moments);
        setText(said.text());
        addClassNames("badge", said.look());
    }

    private record Said(String text, String look) {}

    private static Said said(BreachView breach, Instant now, Words words, Moments moments) {
        var authority = breach.authority();
        if (authority != null) {
            return authority.told()
                    ? new Said(words.say(authority.late() ? "breach.notified-late" : "breach.notified"), authority.late() ? "badge-broken" : "badge-done")
                    : new Said(words.say("breach.not-notified"), "badge-quiet");
        }
        var left = Duration.between(now, breach.notifyBy());
        if (left.isNegative()) {
            return new Said(words.say("breach.over", moments.timeAndDay(breach.notifyBy())), "badge-broken");
        }
        return new Said(words.say("breach.left", left.toHours(), left.toMinutesPart()), left.compareTo(SOON) < 0 ? "badge-needs-you" : "badge-moving");
    }
}
