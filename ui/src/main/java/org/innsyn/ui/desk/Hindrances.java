package org.innsyn.ui.desk;

import com.vaadin.flow.component.html.Div;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestView.Legal;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.words.Words;

/** What stands in the way of an approval: said before somebody tries. */
final class Hindrances extends Div {

    Hindrances(RequestView request, Words words) {
        addClassName("hindrances");
        if (!RequestWords.isUndecided(request.state())) {
            return;
        }
        if (request.legal().stopped()) {
            add(notice(Notice.Tone.BROKEN, "stopped", words));
        }
        if (request.legal().question() != null) {
            add(notice(Notice.Tone.NEEDS_YOU, "question", words));
        }
        if (request.legal().identity() == null) {
            add(notice(Notice.Tone.NEEDS_YOU, "identity", words));
        }
    }

    private static Notice notice(Notice.Tone tone, String name, Words words) {
        return new Notice(tone, words.say("hindrance." + name), words.say("hindrance." + name + ".text"));
    }

    /** Whether nothing of that kind stands in the way. */
    static boolean noneOf(Legal legal) {
        return !legal.stopped() && legal.question() == null && legal.identity() != null;
    }
}
