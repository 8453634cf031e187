package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.innsyn.schemas.request.HeldData;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** What of somebody's data an erasure would take and what would stay, why and until when, as the systems hold it now. */
final class WhatStays extends Section {

    private final Words words;
    private final RequestWords requestWords;

    WhatStays(HeldData held, Words words, Moments moments) {
        this.words = words;
        this.requestWords = new RequestWords(words, moments);
        addClassName("what-stays");
        var there = held.items().stream().filter(item -> item.found() > 0).toList();
        add(part("new-request.goes", there.stream().filter(item -> item.erasure() == Outcome.ERASE).toList()));
        add(part("new-request.kept", there.stream().filter(item -> item.erasure() != Outcome.ERASE).toList()));
        if (!held.silent().isEmpty()) {
            add(new Paragraph(words.say("new-request.silent", held.silent().stream().map(system -> requestWords.item(system, system, system)).collect(Collectors.joining(", ")))));
        }
    }

    private Section part(String title, List<HeldData.Item> items) {
        var part = new Section(new H2(words.say(title)));
        part.addClassName("card");
        if (items.isEmpty()) {
            part.add(new Paragraph(words.say(title + ".none")));
        } else {
            var list = new UnorderedList();
            list.addClassName("happens");
            items.stream().map(WhatStays::planned).map(item -> new ListItem(requestWords.became(item))).forEach(list::add);
            part.add(list);
        }
        return part;
    }

    private static RequestItem planned(HeldData.Item item) {
        return new RequestItem(item.key(), item.system(), item.category(), item.found(), item.erasure(), List.of(item.erasure()), item.ground(), item.groundText(),
                item.keptUntil(), ItemState.FOUND, Map.of(), null, null, null, null);
    }
}
