package org.innsyn.ui.hold;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.schemas.hold.HoldView;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** What is known of a hold, and which requests it concerns. */
final class HoldFacts extends Div {

    private final Words words;
    private final DescriptionList list = new DescriptionList();

    /**
     * @param reason why it stands, or was released, as it was written; null once its key is gone
     * @param links the requests that can be opened, by reference
     */
    HoldFacts(HoldView hold, @Nullable String reason, Map<String, UUID> links, Words words, Moments moments) {
        this.words = words;
        addClassName("card");
        list.addClassName("facts");
        var said = new HoldWords(words, moments);
        add(list);
        fact("ground", new Span(said.ground(hold)));
        fact("owner", new Span(hold.owner()));
        fact("placed", new Span(moments.timeAndDay(hold.placedAt())));
        fact(hold.releasedAt() == null ? "review" : "over", new Span(said.review(hold)));
        var why = new Span(reason == null ? words.say("hold.reason-gone") : reason);
        why.addClassName("written");
        fact("reason", why);
        fact("waiting", hold.onHold().isEmpty() ? new Span(words.say("hold.waiting.none")) : references(hold.onHold(), links));
        if (!hold.begun().isEmpty()) {
            fact("begun", references(hold.begun(), links));
            add(new Paragraph(words.say("hold.begun.text")));
        }
        if (hold.item() != null) {
            var recorded = new Paragraph(words.say("hold.recorded"));
            recorded.addClassName("small");
            add(recorded);
        }
    }

    private void fact(String name, Component value) {
        list.add(new DescriptionList.Term(words.say("hold.fact." + name)), new DescriptionList.Description(value));
    }

    private static UnorderedList references(List<String> references, Map<String, UUID> links) {
        var list = new UnorderedList();
        list.addClassName("references");
        references.forEach(reference -> list.add(new ListItem(links.containsKey(reference)
                ? new Anchor("desk/" + links.get(reference), reference) : new Span(reference))));
        return list;
    }
}
