package org.innsyn.ui.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.innsyn.schemas.oversight.BreachView;
import org.innsyn.ui.breach.BreachClock;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** The breaches somebody works on, each with what is left of its 72 hours (GDPR Art. 33(1)); the one with the least first. */
final class OpenBreaches extends Section {

    OpenBreaches(List<BreachView> all, Instant now, Words words, Moments moments) {
        addClassName("wait");
        var open = of(all);
        add(new Anchor("breaches", words.say("overview.breaches")), new Paragraph(words.say("overview.breaches.open", open.size())));
        if (open.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        open.forEach(breach -> list.add(new ListItem(
                new Anchor("breaches/" + breach.id(), words.say("breach.known", moments.timeAndDay(breach.awareAt()))), new BreachClock(breach, now, words, moments))));
        add(list);
    }

    /** Undecided ones first, since their clock still runs. */
    static List<BreachView> of(List<BreachView> all) {
        return all.stream()
                .filter(breach -> breach.closedAt() == null)
                .sorted(Comparator.comparing((BreachView breach) -> breach.authority() != null).thenComparing(BreachView::notifyBy))
                .toList();
    }
}
