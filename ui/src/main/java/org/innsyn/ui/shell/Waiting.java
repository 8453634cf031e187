package org.innsyn.ui.shell;

import com.vaadin.flow.component.html.Div;
import org.innsyn.ui.words.Words;

/** Holds the place of what is being fetched. */
final class Waiting extends Div {

    Waiting(Words words) {
        addClassName("waiting");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-label", words.say("waiting"));
        for (int line = 0; line < 4; line++) {
            var bar = new Div();
            bar.addClassName("waiting-line");
            add(bar);
        }
    }
}
