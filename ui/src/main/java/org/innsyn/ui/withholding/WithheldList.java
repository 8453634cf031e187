package org.innsyn.ui.withholding;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.Withholdings.Withholding;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** What is kept out so far, with its ground; each can be given after all. What the records say is told only where they were looked at. */
final class WithheldList extends Div {

    WithheldList(List<Withholding> all, List<RequestItem> items, boolean mayGive, Function<Withholding, @Nullable String> textOf, Consumer<Withholding> give,
            Words words, Moments moments) {
        if (all.isEmpty()) {
            add(new Paragraph(words.say("withholding.none")));
            return;
        }
        var requestWords = new RequestWords(words, moments);
        var list = new UnorderedList();
        list.addClassName("case-items");
        for (var withheld : all) {
            var part = items.stream().filter(item -> item.key().equals(withheld.item())).findFirst().map(requestWords::item).orElse(withheld.item());
            var line = new ListItem(new H3(part));
            var text = textOf.apply(withheld);
            if (text != null) {
                var said = new Paragraph(text);
                said.addClassName("written");
                line.add(said);
            }
            var when = new Paragraph(words.say("withholding.since", requestWords.groundOr(withheld.ground(), withheld.groundText()), moments.timeAndDay(withheld.at())));
            when.addClassName("small");
            line.add(when);
            if (mayGive) {
                var button = new Button(words.say("withholding.give"), click -> give.accept(withheld));
                button.addClassName("more");
                line.add(button);
            }
            list.add(line);
        }
        add(list);
    }
}
