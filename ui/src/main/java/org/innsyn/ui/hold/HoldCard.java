package org.innsyn.ui.hold;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.innsyn.schemas.hold.HoldView;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** One hold in the list; a link to it. */
final class HoldCard extends Anchor {

    HoldCard(HoldView hold, Words words, Moments moments) {
        super(HoldPage.address(hold.id()), "");
        addClassNames("card", "hold-card");
        var said = new HoldWords(words, moments);
        var top = new Div(new H2(said.what(hold)), said.state(hold));
        top.addClassName("card-top");
        add(top, new Paragraph(words.say("hold.because", said.ground(hold))), new Paragraph(words.say("hold.owner", hold.owner(), said.review(hold))));
        if (!hold.onHold().isEmpty()) {
            add(new Paragraph(words.say("hold.waits", hold.onHold().size())));
        }
    }
}
