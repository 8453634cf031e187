package org.innsyn.ui.desk;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.ui.request.DueLine;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.request.StateBadge;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** Whose request it is, where it stands, and by when an answer is owed. */
final class PersonAndClock extends Section {

    private final Words words;
    private final DescriptionList facts = new DescriptionList();

    PersonAndClock(RequestView request, Words words, Moments moments) {
        this.words = words;
        addClassName("case-person");
        facts.addClassName("facts");
        add(new H2(words.say("case.person")), new StateBadge(request.state(), new RequestWords(words, moments)));
        fact("account", request.account() == null ? words.say("case.account-gone") : request.account());
        fact("received", moments.timeAndDay(request.receivedAt()));
        fact("target", moments.date(request.due().target()));
        fact("reason", request.reason());
        add(facts);
        if (!request.state().isClosed()) {
            add(new H2(words.say("case.clock")), new DueLine(request.due(), words, moments));
        }
    }

    private void fact(String name, @Nullable String value) {
        if (value != null) {
            facts.add(new DescriptionList.Term(words.say("case." + name)), new DescriptionList.Description(value));
        }
    }
}
