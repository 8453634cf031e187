package org.innsyn.ui.mydata;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import org.innsyn.schemas.request.HeldData;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** One kind of data: how much, in which system, on what ground, for how long; and what can be asked about it. */
final class HeldCard extends Div {

    private static final String ACCESS_LOG = "access-log";

    private final Words words;
    private final DescriptionList facts = new DescriptionList();

    HeldCard(HeldData.Item item, RequestWords requestWords, Words words, Moments moments) {
        this.words = words;
        addClassNames("card", "held-card");
        facts.addClassName("facts");
        var name = requestWords.item(item.key(), item.category(), item.system());
        fact("how-much", words.say("my-data.records", item.found()));
        fact("where", words.say(words.knows("system." + item.system()) ? "system." + item.system() : "system-unknown", item.system()));
        if (item.basis() != null) {
            fact("basis", words.sayOr("basis." + item.basis(), "basis-unknown", item.basis()));
        }
        fact("how-long", howLong(item, requestWords, moments));
        var links = new Div();
        links.addClassName("actions");
        (item.key().equals(ACCESS_LOG) ? List.of("copy", "erasure") : List.of("copy", "rectification", "erasure")).forEach(wish -> links.add(link(wish, name)));
        if (item.key().equals(ACCESS_LOG)) {
            links.addComponentAsFirst(new Anchor("who-looked", words.say("my-data.read-it")));
        }
        add(new H2(name), facts, links);
    }

    private String howLong(HeldData.Item item, RequestWords requestWords, Moments moments) {
        if (item.erasure() == Outcome.ERASE) {
            return words.say("my-data.until-erased");
        }
        var ground = item.ground() == null ? words.say("ground-unknown") : requestWords.groundOr(item.ground(), item.groundText());
        return item.keptUntil() == null ? words.say("my-data.stays", ground) : words.say("my-data.stays-until", moments.date(item.keptUntil()), ground);
    }

    /** Read aloud by itself, a link says what it is about. */
    private Anchor link(String wish, String name) {
        var link = new Anchor("requests/new/" + wish, words.say("my-data.do." + wish));
        link.getElement().setAttribute("aria-label", words.say("my-data.do-with", words.say("my-data.do." + wish), name));
        return link;
    }

    private void fact(String name, String value) {
        facts.add(new DescriptionList.Term(words.say("my-data." + name)), new DescriptionList.Description(value));
    }
}
