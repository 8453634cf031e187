package org.innsyn.ui.hold;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.ui.words.Words;

/** The holds that keep an item, to be opened from the request; nothing where none stands. */
public final class HoldLinks extends Div {

    public HoldLinks(RequestItem item, Words words) {
        addClassName("hold-links");
        var holds = item.hold() == null ? List.<UUID>of() : item.hold().holds();
        for (int number = 1; number <= holds.size(); number++) {
            add(new Anchor(HoldPage.address(holds.get(number - 1)), holds.size() == 1 ? words.say("hold.open") : words.say("hold.open.one", number, holds.size())));
        }
        setVisible(!holds.isEmpty());
        if (item.hold() != null && item.hold().begunBefore()) {
            setVisible(true);
            addComponentAsFirst(new Div(words.say("hold.begun-before")));
        }
    }
}
