package org.innsyn.ui.withholding;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Set;
import java.util.UUID;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.words.Words;

/** From a request for a copy to what it would hold; not there for anything else, or once the copy is made. */
public final class WithholdingLink extends Div {

    private static final Set<Right> COPIES = Set.of(Right.ACCESS, Right.PORTABILITY);
    private static final Set<RequestState> BEFORE_THE_COPY = Set.of(RequestState.ASSESSED, RequestState.PREPARED, RequestState.PARTLY_DONE);

    public WithholdingLink(RequestView request, Words words) {
        addClassName("withholding-link");
        setVisible(isPossible(request));
        add(new Paragraph(words.say("withholding.why")), new Anchor(address(request.id()), words.say("withholding.open")));
    }

    static boolean isPossible(RequestView request) {
        return COPIES.contains(request.right()) && BEFORE_THE_COPY.contains(request.state());
    }

    private static String address(UUID request) {
        return "desk/" + request + "/contents";
    }
}
