package org.innsyn.ui.desk;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.innsyn.schemas.request.Channel;
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
        var legal = request.legal();
        fact("channel", words.say("channel." + Deeds.channel(legal.channel())));
        fact("received", moments.timeAndDay(request.receivedAt()));
        if (legal.channel() != Channel.PORTAL) {
            fact("recognised", moments.timeAndDay(legal.recognisedAt()));
            fact("recorded", moments.timeAndDay(legal.recordedAt()));
        }
        fact("identity", words.say(legal.identity() == null ? "identity.open" : "identity." + Words.name(legal.identity())));
        fact("target", moments.date(request.due().target()));
        fact("refusal", legal.refusal() == null ? null : words.say("refusal." + Words.name(legal.refusal())));
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
