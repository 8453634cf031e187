package org.innsyn.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.RequestCommands.Move;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.ui.words.Words;

/** Running again what failed, and only that. */
final class Rerun extends Div {

    Rerun(RequestView request, Words words, Consumer<Move> rerun) {
        addClassName("decision");
        long failed = request.items().stream().filter(item -> item.state() == ItemState.FAILED).count();
        var button = new Button(words.say("rerun", failed), click -> rerun.accept(new Move(request.version())));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(words.say("rerun.text")), button);
    }
}
