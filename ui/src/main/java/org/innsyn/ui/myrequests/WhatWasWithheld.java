package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.Withholdings.WithheldPart;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Words;

/** What was kept out of a copy and why, with where to complain (GDPR Art. 12(4), 15(4)). */
final class WhatWasWithheld extends Section {

    WhatWasWithheld(List<WithheldPart> parts, List<RequestItem> items, RequestWords requestWords, Words words) {
        addClassName("withheld");
        var list = new UnorderedList();
        list.addClassName("happens");
        parts.stream().map(part -> new ListItem(words.say("withheld.part", name(part, items, requestWords), part.records(),
                requestWords.groundOr(part.ground(), part.groundText())))).forEach(list::add);
        add(new H2(words.say("withheld")), new Paragraph(words.say("withheld.text")), list, new Paragraph(words.say("withheld.complain")));
    }

    private static String name(WithheldPart part, List<RequestItem> items, RequestWords requestWords) {
        return items.stream().filter(item -> item.key().equals(part.item())).findFirst().map(requestWords::item)
                .orElseGet(() -> requestWords.item(part.item(), part.item(), part.item()));
    }
}
