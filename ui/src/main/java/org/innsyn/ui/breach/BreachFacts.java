package org.innsyn.ui.breach;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.stream.Collectors;
import org.innsyn.schemas.oversight.BreachView;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** What is on record of a breach now (GDPR Art. 33(3) and (5)). */
final class BreachFacts extends Div {

    private final Words words;
    private final DescriptionList list = new DescriptionList();

    BreachFacts(BreachView breach, Words words, Moments moments) {
        this.words = words;
        addClassNames("card");
        list.addClassName("facts");
        add(new H2(words.say("breach.facts")), list);
        fact("opening", breach.opening());
        fact("finding", breach.finding() == null ? null : words.say("breach.by-finding"));
        var facts = breach.facts();
        if (facts == null) {
            fact("what", words.say("breach.no-facts"));
        } else {
            fact("happened", facts.happenedAt() == null ? null : moments.timeAndDay(facts.happenedAt()));
            fact("kinds", facts.kinds().stream().map(kind -> words.say("breach-kind." + Words.name(kind))).collect(Collectors.joining(", ")));
            fact("categories", facts.categories().stream().map(each -> words.sayOr("category." + each, "category-unknown", each)).collect(Collectors.joining(", ")));
            fact("counts", words.say("breach.counts.text", facts.people(), facts.records()));
            fact("what", facts.what());
            fact("consequences", facts.consequences());
            fact("measures", facts.measures());
        }
        fact("authority", decision(breach.authority(), moments));
        fact("persons", decision(breach.persons(), moments));
        fact("closed-at", breach.closedAt() == null ? null : moments.timeAndDay(breach.closedAt()));
    }

    private String decision(BreachView.@Nullable Decision decision, Moments moments) {
        if (decision == null) {
            return words.say("breach.undecided");
        }
        var said = decision.toldAt() == null ? words.say("breach.not-told") : words.say(decision.late() ? "breach.told-late" : "breach.told", moments.timeAndDay(decision.toldAt()));
        return decision.reason() == null ? said : said + " " + decision.reason();
    }

    private void fact(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            var description = new DescriptionList.Description(value);
            description.addClassName("written");
            list.add(new DescriptionList.Term(words.say("breach." + name)), description);
        }
    }
}
