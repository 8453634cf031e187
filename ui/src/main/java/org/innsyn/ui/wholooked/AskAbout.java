package org.innsyn.ui.wholooked;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.ui.entry.Sentence;
import org.innsyn.ui.myrequests.AskPage;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** Leads to a question about this entry. What it is about goes along in the session and stands in no address. */
final class AskAbout extends Div {

    AskAbout(AccessEntry entry, Words words, Moments moments) {
        addClassName("check-yourself");
        var about = words.say("ask.about", entry.number(), moments.timeAndDay(entry.occurredAt()), new Sentence(words).of(entry));
        add(new Button(words.say("ask.button"), click -> getUI().flatMap(ui -> ui.navigate(AskPage.class)).ifPresent(page -> page.about(about))));
    }
}
